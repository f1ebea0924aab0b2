"""The bytes of a document and its remarks -> the same bytes, with the marks of comments between.

A mark inside a run cuts it in two: the run is closed, and opened again with the bytes of its own
tag and properties. So whatever is not a mark stays byte for byte what it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from chatbot.files.commented.remarks import Remark
from index.reading.word.drafts.holders import Holder, Text
from index.reading.word.drafts.word_draft import Held, WordDraft
from index.reading.word.ooxml import WORDS

_PRESERVE = b' xml:space="preserve">'


@dataclass(slots=True)
class _Cut:
    """A place where marks stand: what closes the run before them and opens it again behind."""

    closing: bytes = b""
    opening: bytes = b""
    declares: str = ""
    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def marks(self) -> bytes:
        w = self.declares
        ends = "".join(
            f'<w:commentRangeEnd{w} w:id="{number}"/>'
            f'<w:r{w}><w:commentReference w:id="{number}"/></w:r>'
            for number in self.ends
        )
        starts = "".join(f'<w:commentRangeStart{w} w:id="{number}"/>' for number in self.starts)
        return self.closing + (ends + starts).encode() + self.opening


def marked(content: bytes, draft: WordDraft, remarks: Iterable[tuple[int, Remark]]) -> bytes:
    """The document with a range and a reference for each remark, by the remark's number."""
    marks = _Marks(content, draft)
    for number, remark in remarks:
        marks.at(*draft.first_in(remark.span), is_end=False).starts.append(number)
        marks.at(*draft.last_in(remark.span), is_end=True).ends.append(number)
    return marks.written()


class _Marks:
    """The cuts of one document, each place once."""

    def __init__(self, content: bytes, draft: WordDraft) -> None:
        self._content = content
        self._draft = draft.text
        self._cuts: dict[int, _Cut] = {}
        self._widened: set[int] = set()  # where the tag of a text that is cut ends

    def at(self, held: Held, character: int, *, is_end: bool) -> _Cut:
        """The cut before this character of the words held; where none may be, at their edge."""
        holder, text = held.holder, held.holder.text
        if text is None:
            return self._cut(holder.end if is_end else holder.start, holder)
        if character == 0:
            inside = not text.is_first
            return self._cut(text.start if inside else holder.start, holder, inside)
        if character == len(held.span):
            inside = not text.is_last
            return self._cut(text.end if inside else holder.end, holder, inside)
        byte = self._byte(text, held.span.cut(self._draft), character)
        cut = self._cut(byte, holder, inside=True)
        tag = self._content[text.start : text.opened]
        if not text.keeps_space:
            self._widened.add(text.opened - 1)
            tag = tag[:-1] + _PRESERVE
        cut.closing = b"</" + _name(tag) + b">" + _closing(self._head(holder, text))
        cut.opening = self._head(holder, text) + tag
        return cut

    def written(self) -> bytes:
        between = {at: cut.marks() for at, cut in self._cuts.items()}
        between |= dict.fromkeys(self._widened, _PRESERVE.removesuffix(b">"))
        done, pieces = 0, list[bytes]()
        for at in sorted(between):
            pieces += [self._content[done:at], between[at]]
            done = at
        return b"".join([*pieces, self._content[done:]])

    def _cut(self, at: int, holder: Holder, inside: bool = False) -> _Cut:
        if at not in self._cuts:
            is_plain = _name(self._content[holder.start :]).startswith(b"w:")
            self._cuts[at] = _Cut(declares="" if is_plain else f' xmlns:w="{WORDS}"')
        cut = self._cuts[at]
        if inside and holder.text:
            cut.opening = self._head(holder, holder.text)
            cut.closing = _closing(cut.opening)
        return cut

    def _head(self, holder: Holder, text: Text) -> bytes:
        return self._content[holder.start : text.head]

    @staticmethod
    def _byte(text: Text, words: str, character: int) -> int:
        begins, byte = max(chunk for chunk in text.chunks if chunk[0] <= character)
        return byte + len(words[begins:character].encode())


def _closing(tag: bytes) -> bytes:
    return b"</" + _name(tag) + b">"


def _name(tag: bytes) -> bytes:
    """The name in what begins with an opening tag."""
    end = min(place for sign in b" \t\r\n/>" if (place := tag.find(sign)) > 0)
    return tag[1:end]
