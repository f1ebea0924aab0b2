"""Fields are put into the form they came from, and nothing else on the page moves."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.web.desk.forms.carrying import Carried, packed, unpacked
from chatbot.web.desk.forms.filling import filled

PAGE = """<!doctype html>
<h1>规划 &amp; 计划</h1>
<form method="post" action="/desk/a?x=1&amp;y=2"><input type="hidden" name="number" value="1">
<textarea name="said">
old</textarea><button>一</button></form>
<details><summary>二</summary>
<form method="post" action="/desk/a?x=1&amp;y=2"><input type="hidden" name="token" value="t">
<input type="hidden" name="number" value="2"><input name="line" value="a"><input name="line">
<input type="checkbox" name="box" value="1" checked><input type="checkbox" name="box" value="2">
<select name="one"><option value="">无<option value="b" selected>b</option>
<option value="c">c</option></select>
<input type="password" name="password"><input type="file" name="file">
<textarea name="said" rows="3"></textarea><button>二</button></form></details>
<p>末尾</p>"""


def sent(*fields: tuple[str, str], number: str = "2", to: str = "/desk/a?x=1&y=2") -> Carried:
    return Carried(to, "/desk/a", (("number", number), *fields))


def test_each_field_goes_to_its_control() -> None:
    fields = (
        ("line", "甲"),
        ("line", '乙"'),
        ("box", "2"),
        ("one", "c"),
        ("said", "丙</textarea>"),
    )
    page = filled(PAGE, sent(*fields), "看过再提交")
    assert page is not None
    first, _, second = page.partition('<details open="">')
    assert first == PAGE.partition("<details>")[0]
    assert second.endswith("<button>二</button></form></details>\n<p>末尾</p>")
    assert '<p class="given kept" id="kept"' in second
    assert '<input name="line" value="甲"><input name="line" value="乙&quot;">' in second
    assert '<input type="checkbox" name="box" value="1">' in second
    assert '<input type="checkbox" name="box" value="2" checked="">' in second
    assert '<option value="b">b</option>\n<option value="c" selected="">c' in second
    assert '<textarea name="said" rows="3">\n丙&lt;/textarea&gt;</textarea>' in second
    assert '<input type="password" name="password"><input type="file" name="file">' in second


@pytest.mark.parametrize(
    "carried",
    [
        sent(("said", "x"), number="3"),
        sent(("said", "x"), to="/desk/a"),
        sent(("said", "x"), ("more", "y")),
    ],
)
def test_a_form_that_sent_something_else_is_left_alone(carried: Carried) -> None:
    assert filled(PAGE, carried, "看过再提交") is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")))
def test_whatever_was_typed_stands_in_the_page_escaped(said: str) -> None:
    page = filled(PAGE, sent(("said", said), number="1"), "看过再提交")
    assert page is not None
    assert f'<textarea name="said">\n{escape(said)}</textarea>' in page
    assert page.endswith(PAGE.partition("<button>一")[2])


@given(st.lists(st.tuples(st.text(), st.text())), st.booleans())
def test_what_is_carried_comes_out_as_it_went_in(
    fields: list[tuple[str, str]], left_files: bool
) -> None:
    kept = tuple(pair for pair in fields if pair[0] != "token" and "password" not in pair[0])
    carried = Carried("/desk/a", "/desk/b", kept, left_files)
    assert unpacked(packed(carried)) == carried
