"""The corpus finds every place of every run of characters, and the sentences most alike."""

from hypothesis import given
from hypothesis import strategies as st

from chatbot.desk.text.corpus import Corpus
from chatbot.desk.text.squeezed import squeeze
from index.generation import Generation
from index.language.tokens import fold
from tests.chatbot.desk.shelves import shelf


@given(data=st.data())
def test_every_place_is_found_and_no_other(corpus: Corpus, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(corpus.shelved)).squeezed.text
    start = data.draw(st.integers(0, len(text) - 3))
    words = text[start : start + data.draw(st.integers(2, 30))]
    places = corpus.places_of(words, fold(words), frozenset())
    found = {(place.shelved.document.id, place.start) for place in places}
    expected = {
        (one.document.id, place)
        for one in corpus.shelved
        for place in range(len(one.squeezed.text))
        if one.squeezed.text.startswith(words, place)
    }
    assert found == expected


def test_a_sentence_is_most_like_itself(corpus: Corpus, served: Generation) -> None:
    text = "各级党委、政府每年听取一次民政工作汇报,及时研究解决民政工作中的重大事项、重大问题。"
    assert next(corpus.alike(fold(text), frozenset(), 3)).text == text
    chosen = frozenset({served.documents[1].id})
    assert all(place.shelved.document.id in chosen for place in corpus.alike(text, chosen, 3))


@given(st.text(max_size=30))
def test_any_words_may_be_looked_for(words: str) -> None:
    corpus = Corpus(shelf("甲\n坚持以人民为中心。", "乙"))
    folded = fold(squeeze(words).text)
    assert len(list(corpus.alike(folded, frozenset(), 3))) <= 6
    assert all(place.folded == folded for place in corpus.folded_places(folded, frozenset()))


def test_places_count_in_the_document_with_its_white_space() -> None:
    corpus = Corpus(shelf("某市　规划\n坚持 以人民\n为中心。"))
    (place,) = corpus.folded_places("以人民为中心", frozenset())
    assert place.span.cut(place.shelved.document.text) == "以人民\n为中心"
