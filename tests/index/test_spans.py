"""A span is never empty, never outside, and cuts exactly its characters."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.spans import Span, trimmed

spans = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 30), st.integers(1, 30)
)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 0), (5, 5), (7, 3), (-4, -2)])
def test_a_span_that_holds_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


@given(st.text(min_size=1), st.data())
def test_a_cut_is_exactly_the_characters_between_start_and_end(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert span.cut(text) == text[span.start : span.end]
    assert len(span.cut(text)) == len(span)


@given(st.text(max_size=20), spans)
def test_a_span_that_reaches_past_the_text_cuts_nothing(text: str, span: Span) -> None:
    assume(span.end > len(text))
    with pytest.raises(ValueError, match="outside"):
        span.cut(text)


def test_a_span_counts_code_points_not_bytes() -> None:
    assert Span(1, 3).cut("𠮷老𫝀a") == "老𫝀"


@given(spans, spans)
def test_a_span_holds_another_when_it_has_all_its_characters(one: Span, other: Span) -> None:
    places, others = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.holds(other) == (others <= places)
    assert one.meets(other) == bool(places & others)


@given(st.text(alphabet="老 \t\u3000\u00a0。\n", max_size=30), st.data())
def test_trimming_takes_white_space_from_the_edges_and_nothing_else(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = trimmed(text, start, end)
    assert (span.cut(text) if span else "") == text[start:end].strip()
    assert span is None or (start <= span.start and span.end <= end)
