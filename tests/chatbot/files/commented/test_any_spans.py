"""Whatever spans are commented in whatever runs: text and run properties stay as they were."""

import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.desk.same_outside import differing
from index.spans import Span
from tests.chatbot.files.commented.awkward import BOLD, RED
from tests.chatbot.files.commented.word_comments import anchors, draft_of, with_spans
from tests.index.reading.word.word_files import DECLARED, HEAD, with_document

LETTERS = "甲乙丙𠮷é&<>\"' 　。"
PRESERVE = ' xml:space="preserve"'
WRAPPERS = (
    "{}",
    "{}",
    "{}",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "<w:smartTag>{}</w:smartTag>",
)
INSERTED = '<w:ins w:id="9" w:author="a">{}</w:ins>'

texts = st.builds(
    lambda words, space: f"<w:t{space}>{escape(words)}</w:t>",
    st.text(LETTERS, max_size=5),
    st.sampled_from([PRESERVE, PRESERVE, ""]),
)
others = st.sampled_from(["<w:tab/>", "<w:br/>", "<w:softHyphen/>", "<w:lastRenderedPageBreak/>"])
runs = st.builds(
    lambda properties, content: f"<w:r>{properties}{''.join(content)}</w:r>",
    st.sampled_from(["", BOLD, RED]),
    st.lists(st.one_of(texts, texts, texts, others), max_size=3),
)
wrapped = st.builds(str.format, st.sampled_from([*WRAPPERS, INSERTED]), runs)
paragraphs = st.builds(
    lambda content: f"<w:p>{''.join(content)}</w:p>", st.lists(wrapped, max_size=4)
)
bodies = st.lists(paragraphs, min_size=1, max_size=4).map("".join)
places = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(body=bodies, places=places)
def test_any_spans_leave_text_and_properties_as_they_were(
    body: str, places: list[tuple[int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        body = f"{body}<w:p><w:r><w:t>末尾的话</w:t></w:r></w:p>"
        content = f"{HEAD}<w:document {DECLARED}><w:body>{body}</w:body></w:document>"
        file = with_document(Path(folder), content.encode())
        draft = draft_of(file)
        spans = [
            Span(start % len(draft.text), min(start % len(draft.text) + size, len(draft.text)))
            for start, size in places
        ]
        made = with_spans(file, draft, spans)
        assert differing(file.read_bytes(), made) == []
        found = anchors(made)
        for number, span in enumerate(spans):
            assert_holds(found[str(number)], span.cut(draft.text))


def assert_holds(marked: str, words: str) -> None:
    """What is marked begins and ends with the letters asked for; it may be more at its edges.

    White space aside: a <w:t> whose outer spaces Word drops is marked whole; where only a tab or
    break was asked for, the letter beside it.
    """
    assert "".join(words.split()) in "".join(marked.split())
    assert marked
