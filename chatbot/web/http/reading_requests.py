"""Request bodies -> values; a body that is not exactly what the API asks for is refused."""

import json
from dataclasses import dataclass
from typing import Any, NoReturn

from chatbot.web.http.bodies import json_body
from chatbot.web.http.refusals import bad_request

QUESTION_LIMIT = 500  # characters; segmenting time grows with the square of a repeated character
HISTORY_LIMIT = 5
DOCUMENT_LIMIT = 100
NOTE_LIMIT = 200  # characters
DRAFT_LIMIT = 20_000  # characters: some thirty pages


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, those before it (oldest first), the documents it is put to (none: to all)."""

    question: str
    history: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to be held against these documents (none: all)."""

    text: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rated:
    """What a person thought of the answer with this id.

    `vote` is what their first word on it was acknowledged with, when they say more or otherwise.
    """

    answer: str
    helpful: bool
    comment: str = ""
    vote: str = ""


def question_sent(limit: int) -> Asked:
    """The question in the body of this request, of at most `limit` bytes."""
    return read_question(json_body(limit))


def rating_sent(limit: int) -> Rated:
    """The rating in the body of this request, of at most `limit` bytes."""
    return read_rating(json_body(limit))


def answer_named(limit: int) -> str:
    """The id of the answer that the body of this request names."""
    answer = _line(_read_object(json_body(limit), {"answer"}).get("answer"), "answer")
    if not answer:
        raise bad_request("answer_missing", "缺少 answer：请填没答上的那条答复的 id。")
    return answer


def read_question(body: bytes) -> Asked:
    fields = _read_object(body, {"question", "history", "documents"})
    if "question" not in fields:
        raise bad_request("question_missing", "缺少 question：请把要问的话放在 question 里再发。")
    named = _listed(fields.get("documents", []), "documents", DOCUMENT_LIMIT)
    return Asked(
        checked_question(fields["question"]),
        checked_history(fields.get("history", [])),
        tuple(_line(name, "documents") for name in named),
    )


def read_rating(body: bytes) -> Rated:
    fields = _read_object(body, {"answer", "helpful", "comment", "vote"})
    if not isinstance(fields.get("helpful"), bool):
        raise bad_request("helpful_wrong", "helpful 不对：请填 true（有帮助）或 false（没有）。")
    said = (fields.get(name, "") for name in ("comment", "vote"))
    return checked_rating(fields.get("answer"), fields["helpful"], *said)


def checked_rating(answer: object, helpful: bool, comment: object = "", vote: object = "") -> Rated:
    """A rating fit to be kept; RequestRefused when it names no answer or says too much."""
    named, said = _line(answer, "answer"), _line(comment, "comment")
    rated = Rated(named, helpful, said, _line(vote, "vote"))
    if not rated.answer:
        raise bad_request("answer_missing", "缺少 answer：请填所评价的那条答复的 id。")
    if len(rated.comment) > QUESTION_LIMIT:
        raise bad_request("comment_too_long", f"意见太长：请缩短到 {QUESTION_LIMIT} 字以内。")
    return rated


def read_draft(body: bytes) -> Draft:
    """A draft exactly as it was sent, since findings point into it."""
    fields = _read_object(body, {"text", "documents"})
    text = fields.get("text")
    if not isinstance(text, str):
        raise bad_request("text_missing", "缺少 text：请把要核对的文稿放在 text 里再发。")
    named = _listed(fields.get("documents", []), "documents", DOCUMENT_LIMIT)
    return Draft(checked_draft(text), tuple(_line(name, "documents") for name in named))


def checked_draft(text: str) -> str:
    """The draft as it is; RequestRefused when it is empty, too long or holds half a character."""
    if not text.strip():
        raise bad_request("text_empty", "还没有文稿：请粘贴要核对的文字再发。")
    if len(text) > DRAFT_LIMIT:
        raise bad_request(
            "text_too_long",
            f"文稿太长（{len(text)} 字）：请分成几段，每段 {DRAFT_LIMIT} 字以内，分次核对。",
        )
    if _holds_half_a_character(text):
        raise bad_request("bad_character", "文稿里有无法识别的字符：请删去乱码再发。")
    return text


def checked_question(value: object) -> str:
    """The question without white space around it; RequestRefused when it cannot be asked."""
    question = _line(value, "question")
    if not question:
        raise bad_request("question_empty", "还没有写问题：请写下想问的话，再点“提问”。")
    if len(question) > QUESTION_LIMIT:
        raise bad_request(
            "question_too_long",
            f"问题太长（{len(question)} 字）：请缩短到 {QUESTION_LIMIT} 字以内，一次问一件事。",
        )
    return question


def checked_note(value: str) -> str:
    """What staff write beside a question; RequestRefused when it is too long or unreadable."""
    note = _line(value, "note")
    if len(note) > NOTE_LIMIT:
        raise bad_request("note_too_long", f"说明太长：请缩短到 {NOTE_LIMIT} 字以内再提交。")
    return note


def checked_history(value: object) -> tuple[str, ...]:
    """Earlier questions, oldest first, each fit to be asked."""
    return tuple(checked_question(item) for item in _listed(value, "history", HISTORY_LIMIT))


def _listed(value: object, name: str, limit: int) -> list[Any]:
    if not isinstance(value, list):
        raise bad_request("wrong_type", f"{name} 的类型不对：请填由文字组成的数组。")
    if len(value) > limit:
        raise bad_request("too_many", f"{name} 太多：最多 {limit} 项，请删去一些再发。")
    return value


def _line(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise bad_request("wrong_type", f"{name} 的类型不对：请填一段文字。")
    if not _can_be_stored(value):
        raise bad_request("bad_character", f"{name} 里有无法识别的字符：请删去乱码或控制字符再发。")
    return value.strip()


def _can_be_stored(text: str) -> bool:
    if any(character < " " and character not in "\t\n\r" for character in text):
        return False
    return not _holds_half_a_character(text)


def _holds_half_a_character(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _read_object(body: bytes, names: set[str]) -> dict[str, Any]:
    value = _read_json(body)
    if not isinstance(value, dict):
        raise bad_request("wrong_type", "请求的类型不对：请发一个 JSON 对象，即 {…}。")
    for name in value.keys() - names:
        raise bad_request(
            "unknown_field", f"不认识的字段 {name[:40]!r}：请只发 {'、'.join(sorted(names))}。"
        )
    return value


def _read_json(body: bytes) -> Any:  # noqa: ANN401  # JSON is anything until it has been looked at
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise bad_request("not_utf8", "请求的编码不对：请用 UTF-8 编码再发。") from error
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_once_each)
    # RecursionError: a few thousand nested brackets exhaust the parser's stack.
    except (ValueError, RecursionError) as error:
        raise bad_request("bad_json", "请求不是正确的 JSON：请检查括号和引号再发。") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return fields
