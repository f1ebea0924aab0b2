"""Parts: what a reply is made of, in the order it is read; its text is rendered from them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from chatbot.answering import replies
from chatbot.answering.citing import Citation
from index.intake.documents import Document


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one section, quoted one after another; `citations` are their numbers."""

    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A complete list: its items, below the sentence that announces them (`intro`, 0 for none)."""

    citations: tuple[int, ...]
    intro: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the row that names its columns."""

    row: int
    header: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a document (文号, 施行日期) and the line that proves it."""

    name: str
    value: str
    citation: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where a wording stands: how often (`count`), in how many sentences, and the first of them.

    Of a topic: in how many passages and sections; these are in `related`, and nothing is cited.
    """

    wording: str
    count: int
    sentences: int
    citations: tuple[int, ...]
    related: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A fixed sentence of the product's own; `related` are numbers of what it points to.

    `may_be_left`: it answers what staff should hear, so that it may be left to them.
    """

    text: str
    related: tuple[int, ...] = ()
    may_be_left: bool = False


@dataclass(frozen=True, slots=True)
class Guidance:
    """What staff advise to do next on a topic: never the words of a plan. "" stands for nothing.

    `checked` and `until` are ISO dates: when a person last saw that it is right, and until when
    it is shown.
    """

    topic: str
    checked: str
    until: str
    link: str = ""
    office: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""
    materials: str = ""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is known of it, each below its label, in the order in which a person needs it."""
        told = ((label, getattr(self, name)) for name, label in replies.GUIDED.items())
        return tuple((label, value) for label, value in told if value)


Part = Quote | List | Row | Fact | Places | Reply | Guidance


def cited_by(part: Part) -> tuple[int, ...]:
    """The numbers of the citations that a part shows, in its order."""
    match part:
        case Quote(citations) | Places(citations=citations):
            return citations
        case List(citations, intro):
            return (intro, *citations) if intro else citations
        case Row(row, header):
            return row, header
        case Fact(citation=citation):
            return (citation,)
        case Reply() | Guidance():
            return ()


def numbers(citations: Iterable[Citation]) -> tuple[int, ...]:
    return tuple(citation.number for citation in citations)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quotes of one section, read before their source; `is_new`: it names its document.

    A document is named once: a second place in it is told by its headings alone.
    """

    citations: tuple[Citation, ...]
    is_new: bool

    @property
    def document(self) -> Document:
        return self.citations[0].document

    @property
    def path(self) -> tuple[str, ...]:
        return self.citations[0].path


@dataclass(frozen=True, slots=True)
class Shown:
    """A part as it is read: what is `said` in the product's own words ("" for none), its quotes."""

    part: Part
    said: str
    quoted: tuple[Quoted, ...]

    @property
    def kind(self) -> str:
        """The name of its kind: quote, list, row, fact, places, reply or guidance."""
        return type(self.part).__name__.lower()

    @property
    def opening(self) -> tuple[Citation, ...]:
        """The sentence that announces a list, if one does: it stands above what is said."""
        announced = isinstance(self.part, List) and self.part.intro
        return self.quoted[0].citations[:1] if announced else ()

    @property
    def items(self) -> tuple[Citation, ...]:
        """The items of a list; of any other part, none."""
        listed = isinstance(self.part, List)
        return self.quoted[0].citations[len(self.opening) :] if listed else ()

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """The columns of a row with its cells; none when these do not fit, or it is no row."""
        if not isinstance(self.part, Row):
            return ()
        quotes = [cells_of(one.quote) for quoted in self.quoted for one in quoted.citations]
        row, header = quotes
        if not 1 < len(row) <= len(header):
            return ()
        return tuple(zip(header, [*row, *[""] * (len(header) - len(row))], strict=True))


def cells_of(quote: str) -> list[str]:
    """The cells of a row; of a header of several rows each column's names, from the top down."""
    columns = zip_longest(*(line.split("\t") for line in quote.split("\n")), fillvalue="")
    return [" ".join(dict.fromkeys(filter(None, column))) for column in columns]


def shown(parts: Sequence[Part], citations: Sequence[Citation]) -> tuple[Shown, ...]:
    """The parts as they are read, one after another."""
    numbered, named = {one.number: one for one in citations}, ""
    found: list[Shown] = []
    for part in parts:
        quoted: list[Quoted] = []
        for run in _by_place(part, [numbered[number] for number in cited_by(part)]):
            quoted.append(Quoted(run, run[0].document.id != named))
            named = run[0].document.id
        found.append(Shown(part, _said(part), tuple(quoted)))
    return tuple(found)


def rendered(parts: Sequence[Part], citations: Sequence[Citation]) -> str:
    """The text of a reply: fixed sentences and quotes, each quote before its source."""
    return "\n".join(line for one in shown(parts, citations) for line in _lines(one))


def _by_place(part: Part, cited: Sequence[Citation]) -> list[tuple[Citation, ...]]:
    if isinstance(part, List):  # complete, so of one section
        return [tuple(cited)]
    runs = groupby(cited, lambda one: (one.document.id, one.path))
    return [tuple(run) for _, run in runs]


def _said(part: Part) -> str:
    match part:
        case Reply(text):
            said = text
        case Fact(name, value):
            said = replies.fact(name, value)
        case Places():
            said = _said_of(part)
        case List(citations):
            said = replies.counted(len(citations))
        case Guidance(topic):
            said = replies.guided(topic)
        case _:
            said = ""
    return said


def _said_of(places: Places) -> str:
    wording, sentences = places.wording, places.sentences
    if places.related:
        return replies.topic(wording, sentences, len(places.related))
    return replies.standing(wording, places.count, sentences, len(places.citations))


def _lines(one: Shown) -> Iterator[str]:
    yield from map(_quoted, one.opening)
    if one.said:
        yield one.said
    if isinstance(one.part, Guidance):
        yield from (f"{label}：{value}" for label, value in one.part.lines)
        yield replies.checked_on(one.part.checked)
    for place, item in enumerate(one.items, 1):
        yield f"{place}. {_quoted(item)}"
    for quoted in one.quoted:
        yield from map(_quoted, () if one.items else quoted.citations)
        yield replies.source(quoted.document.title if quoted.is_new else "", quoted.path)


def _quoted(citation: Citation) -> str:
    return f"「{citation.quote}」[{citation.number}]"
