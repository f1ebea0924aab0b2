"""What a remark says -> a comment of Word's part of comments, by whom and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.sax.saxutils import escape, quoteattr

from chatbot.files.commented.remarks import Remark
from chatbot.files.word_file import storable
from index.reading.word.ooxml import WORDS

_BEIJING = timedelta(hours=8)
_DECLARES = f' xmlns:w="{WORDS}"'
# A style of the document (三号, two characters in, lines of 28 points) is not for its margin.
_SET = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="left"/>'
    "</w:pPr>"
)
_SIZE = '<w:sz w:val="20"/><w:szCs w:val="20"/>'


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes the comments, with initials, and when: `at` is the time on their clock."""

    name: str
    initials: str
    at: datetime

    @classmethod
    def made_by(cls, program: str, who: str, now: datetime) -> "Author":
        """The program and the person it works for; `now` is in UTC, they are in China."""
        return cls(f"{program}（{who}）", program[:2], now + _BEIJING)


def comment(number: int, remark: Remark, author: Author, root: bytes) -> bytes:
    """The comment; `root` is the tag of the part it goes into, b"" for one of ours."""
    declares = "" if root in {b"", b"w:comments"} else _DECLARES
    by = " ".join(
        f"w:{name}={quoteattr(storable(value))}"
        for name, value in (
            ("id", str(number)),
            ("author", author.name),
            ("date", f"{author.at:%Y-%m-%dT%H:%M:%SZ}"),  # Word writes the local time so
            ("initials", author.initials),
        )
    )
    lines = [_line(remark.verdict, "<w:b/>", "<w:r><w:annotationRef/></w:r>")]
    lines += [_line(words) for words in remark.lines]
    return f"<w:comment{declares} {by}>{''.join(lines)}</w:comment>".encode()


def whole_part(comments: bytes) -> bytes:
    """The root of a part that holds these comments only."""
    return f"<w:comments{_DECLARES}>".encode() + comments + b"</w:comments>"


def _line(words: str, bold: str = "", before: str = "") -> str:
    text = escape(storable(words))
    run = f'<w:r><w:rPr>{bold}{_SIZE}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p>{_SET}{before}{run}</w:p>"
