"""Accepted pairs are seen by every worker at once, and each change has a line in the trail."""

from pathlib import Path

import pytest

from chatbot.records.errors import WordsUnfit
from chatbot.records.staff.audit import Action, Deed
from chatbot.records.staff.staff import Staff
from chatbot.records.words import Words
from index.language.synonyms import Pair, synonyms, using
from tests.chatbot.records.accounts import HERE, Clock

PAIR = Pair("老饭堂", "助餐", "near")
ACCEPTED = Deed("王芳", Action.WORDS_ACCEPTED, "", HERE)
WITHDRAWN = Deed("王芳", Action.WORDS_WITHDRAWN, "", HERE)


@pytest.fixture
def words(staff_file: Path, clock: Clock) -> Words:
    return Words(staff_file, clock)


def test_another_worker_uses_a_pair_at_once_and_forgets_it(words: Words, staff_file: Path) -> None:
    other = Words(staff_file)
    assert other.serving().pairs == ()
    number = words.accept(PAIR, ACCEPTED)
    assert other.serving().pairs == (PAIR,)
    assert other.serving() is other.serving()
    assert words.withdraw(number, WITHDRAWN)
    assert other.serving().pairs == ()
    assert not words.withdraw(number, WITHDRAWN)


def test_a_pair_counts_only_where_it_is_used_and_beside_the_table(words: Words) -> None:
    words.accept(PAIR, ACCEPTED)
    words.accept(Pair("低保", "救济", "near"), ACCEPTED)
    with using(words.serving()):
        assert [one.word for one in synonyms("老饭堂")] == ["助餐"]
        assert {"最低生活保障", "救济"} <= {one.word for one in synonyms("低保")}
    assert synonyms("老饭堂") == ()


def test_the_same_pair_is_not_taken_in_twice_but_again_after_it_was_withdrawn(words: Words) -> None:
    number = words.accept(PAIR, ACCEPTED)
    with pytest.raises(WordsUnfit, match="已经在用"):
        words.accept(PAIR, ACCEPTED)
    words.withdraw(number, WITHDRAWN)
    words.accept(PAIR, ACCEPTED)
    assert [(one.is_serving, one.by, one.changed_by) for one in words.everything()] == [
        (True, "王芳", ""),
        (False, "王芳", "王芳"),
    ]


def test_each_change_has_its_line_in_the_trail(words: Words, staff: Staff) -> None:
    words.withdraw(words.accept(PAIR, ACCEPTED), WITHDRAWN)
    assert [(line.action, line.detail) for line in staff.trail(2)] == [
        (Action.WORDS_WITHDRAWN, "老饭堂 → 助餐"),
        (Action.WORDS_ACCEPTED, "老饭堂 → 助餐"),
    ]


def test_a_file_that_cannot_be_read_costs_nobody_an_answer(tmp_path: Path) -> None:
    file = tmp_path / "staff.db"
    file.mkdir()
    assert Words(file).serving().pairs == ()
