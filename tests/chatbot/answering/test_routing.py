"""A question is put to the documents it names, and to all when it names none."""

import pytest

from chatbot.answering.question import Question
from chatbot.answering.routing import documents_meant
from index.build import Generation

MEIZHOU = "meizhou-civil-affairs-14fyp-draft-summary"
WORKPLAN = "civil-affairs-14fyp-drafting-workplan"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("梅州怎样应对人口老龄化？", {MEIZHOU}),
        ("梅州市的基本原则有哪些？", {MEIZHOU}),
        ("《规划编制工作方案》分哪几个阶段？", {WORKPLAN}),
        ("基本原则有哪些？", set()),
        ("深圳的养老规划目标是什么？", set()),
        ("“一核四社”是什么意思？", set()),
    ],
)
def test_a_title_or_a_region_names_its_documents(
    served: Generation, asked: str, meant: set[str]
) -> None:
    assert documents_meant(Question(asked), served) == meant


def test_what_the_person_chose_goes_before_what_the_question_names(served: Generation) -> None:
    asked = Question("梅州怎样应对人口老龄化？", documents=frozenset({WORKPLAN}))
    assert documents_meant(asked, served) == {WORKPLAN}
