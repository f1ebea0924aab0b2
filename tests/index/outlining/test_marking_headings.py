"""A person's word on a line goes before what the numbering seems to say."""

from hypothesis import given
from hypothesis import strategies as st

from index.intake.heading_marks import DEEPEST, HeadingMark, marked_lines, numbered_lines
from index.outlining.outline import Section, outline
from tests.index.written import plan

TEXT = (
    "一、总体要求\n坚持为民。\n加强组织领导\n成立专班。\n（一）明确责任\n各司其职。\n"
    "二、主要任务\n建床位。\n三、其他\n附则。"
)


def outlined(text: str, *marks: HeadingMark) -> tuple[Section, ...]:
    document = plan(text)
    object.__setattr__(document, "marked", marked_lines(document.text, marks))
    return outline(document)


def paths(*marks: HeadingMark) -> list[tuple[str, ...]]:
    return [section.path for section in outlined(TEXT, *marks) if section.heading and section.path]


def test_a_missed_heading_is_one_of_the_level_that_was_said() -> None:
    found = paths(HeadingMark("加强组织领导", 1, 2))
    assert ("一、总体要求", "加强组织领导") in found
    assert ("二、主要任务",) in found


def test_a_missed_heading_of_the_first_level_holds_the_numbers_below_it() -> None:
    assert ("加强组织领导", "（一）明确责任") in paths(HeadingMark("加强组织领导", 1, 1))


def test_what_is_no_heading_is_text_of_the_section_before() -> None:
    found = paths(HeadingMark("二、主要任务", 1, 0))
    assert ("二、主要任务",) not in found
    assert ("一、总体要求",) in found
    assert ("三、其他",) in found


def test_a_line_keeps_its_own_sign_so_that_its_list_goes_on() -> None:
    found = paths(HeadingMark("二、主要任务", 1, 1))
    assert found == paths()


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, DEEPEST)), unique_by=lambda pair: pair[0])
)
def test_whatever_is_marked_every_character_is_in_one_section(pairs: list[tuple[int, int]]) -> None:
    lines = list(numbered_lines(TEXT))
    marks = [
        HeadingMark(lines[place][0].cut(TEXT), lines[place][1], level) for place, level in pairs
    ]
    sections = outlined(TEXT, *marks)
    own = [part for section in sections for part in (section.heading, section.body) if part]
    own.sort(key=lambda span: span.start)
    covered = "".join(span.cut(TEXT) for span in own)
    assert "".join(covered.split()) == "".join(TEXT.split())
