"""The list of set phrases: counted, narrowed down, sorted, two wordings side by side."""

from chatbot.desk.phrases.near_misses import NearMisses, Slip
from chatbot.desk.phrases.phrase_book import Order, Wish, lines_of, phrase_book
from chatbot.desk.text.corpus import Corpus
from index.generation import Generation
from index.language.tokens import fold
from tests.chatbot.desk.shelves import shelf

OLD = "甲办法\n第一条 坚持公开、公平、公正、及时的原则，做到“两个维护”。\n第二条 抓好“放管服”。"
NEW = "乙办法\n第一条 坚持公开、公正、公平、及时的原则，做到“两个维护”。"


def book(wish: Wish, *texts: str) -> list[tuple[str, int, int]]:
    entries = phrase_book(NearMisses(Corpus(shelf(*texts))), wish).entries
    return [(one.text, len(one.places), one.documents) for one in entries]


def test_what_stands_most_often_comes_first_or_what_is_read_first() -> None:
    lists = [("公开、公平、公正、及时", 1, 1), ("公开、公正、公平、及时", 1, 1)]
    assert book(Wish(), OLD, NEW) == [("两个维护", 2, 2), ("放管服", 1, 1), *lists]
    by_reading = book(Wish(order=Order.READING), OLD, NEW)
    assert by_reading == [("放管服", 1, 1), *lists, ("两个维护", 2, 2)]


def test_the_list_is_narrowed_down_to_characters_and_documents() -> None:
    assert book(Wish(text=" 维 护"), OLD, NEW) == [("两个维护", 2, 2)]
    assert book(Wish(documents=frozenset({"p1"}), text="两个"), OLD, NEW) == [("两个维护", 1, 1)]
    assert book(Wish(documents=frozenset({"p1"}), text="放管服"), OLD, NEW) == []


def test_two_wordings_of_one_formulation_stand_side_by_side() -> None:
    known = NearMisses(Corpus(shelf(OLD, NEW)))
    (pair,) = phrase_book(known, Wish()).pairs
    assert {pair.one.text, pair.other.text} == {"公开、公平、公正、及时", "公开、公正、公平、及时"}
    assert pair.slip is Slip.ORDER
    assert phrase_book(known, Wish(documents=frozenset({"p0"}))).pairs == ()
    assert phrase_book(known, Wish(text="两个")).pairs == ()


def test_a_shorter_list_is_not_looked_for_inside_the_longer_one() -> None:
    short = "丙办法\n第一条 坚持公开、公平、公正的原则。"
    (pair,) = phrase_book(NearMisses(Corpus(shelf(OLD, short))), Wish()).pairs
    assert pair.slip is Slip.DROPPED
    assert [len(pair.one.places), len(pair.other.places)] == [1, 1]


def test_every_place_is_cut_from_the_stored_text(served: Generation, corpus: Corpus) -> None:
    for entry in phrase_book(NearMisses(corpus), Wish()).entries:
        lines = lines_of(entry, served)
        assert len(lines) == len(entry.places) > 0
        for line in lines:
            words = line.span.cut(line.document.text)
            assert words == line.words
            assert fold("".join(words.split())) == fold(entry.text)
