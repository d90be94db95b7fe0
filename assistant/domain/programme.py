"""A programme: one notice with all that was read from it and written beside it."""

from dataclasses import dataclass
from datetime import date

from assistant.domain.direction import Direction
from assistant.domain.form import Form
from assistant.domain.notice import Notice, Span
from assistant.domain.rule import Rule
from assistant.domain.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeInfo:
    """The head of a programme, as `programme.yaml` gives it."""

    id: str
    doc: str
    """Id of the document that the programme's notice is (a part of): `nkrd-2021` for the twelve guides."""
    number: int
    """1 to 12 for the guides of nkrd-2021; 0 otherwise."""
    title: str
    """Full title of the notice."""
    short_title: str
    """Name that people use; for a guide the name in quotation marks."""
    aliases: tuple[str, ...]
    """Other names by which a question may call it (科协, 先导榜单, NQI …)."""
    issuer: str
    """As the notice names it; empty where it does not."""
    document_no: str | None
    issued_on: date | None
    deadline: date | None
    """Last day of submission, included; None where the notice gives none."""
    year: int
    sha256: str
    """Of the bytes of `notice.txt`."""
    supersedes: str | None
    """Id of the programme that this one follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Questions that one sentence of a notice answers: searched, never shown as evidence."""

    span: Span
    """Place of the words that answer."""
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Something that is asked and that the notice does not answer."""

    topic: str
    """Noun phrase, such as `入选后的奖金`."""
    words: tuple[str, ...]
    """What a clause that answers would have to say: none of them stands in the notice."""
    asks: tuple[str, ...]


class Expansion(Value):
    """Other words for one direction: searched, never shown as evidence."""

    terms: tuple[str, ...] = ()
    """Synonyms, abbreviations, neighbouring fields."""
    asks: tuple[str, ...] = ()
    """Problems as people put them."""
    english: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """Everything that is written for the direction."""
        return (*self.terms, *self.asks, *self.english)


NO_EXPANSION = Expansion()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One call or guide, loaded."""

    info: ProgrammeInfo
    notice: Notice
    directions: tuple[Direction, ...]
    rules: tuple[Rule, ...]
    forms: tuple[Form, ...]
    asked: tuple[Asked, ...] = ()
    """In the order of `asks.yaml`; empty where nobody has written any."""
    silences: tuple[Silence, ...] = ()
    """What the notice is known to be silent about, its own topics first."""
    outside: tuple[str, ...] = ()
    """Problems near the directions that none of them covers: never shown."""
    expansions: dict[str, Expansion]
    """By direction number; none for a direction that nobody has written any for."""

    @property
    def id(self) -> str:
        """Programme id, such as `cast-2023`."""
        return self.info.id

    def expansion_of(self, direction: Direction) -> Expansion:
        """Return the other words for one of its directions; an empty one where there are none."""
        return self.expansions.get(direction.number, NO_EXPANSION)
