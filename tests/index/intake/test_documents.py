"""A document is made of words, or refused."""

import pytest

from tests.index.written import plan


@pytest.mark.parametrize("text", ["", " \n\u3000\n"])
def test_a_document_without_words_is_nonsense(text: str) -> None:
    with pytest.raises(ValueError, match="has no text"):
        plan(text)
