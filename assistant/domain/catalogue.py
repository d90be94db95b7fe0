"""Everything that the shipped and added corpus holds."""

from dataclasses import dataclass, field

from assistant.domain.programme import Programme
from assistant.domain.terms import Terms
from assistant.english import is_english, put_into_chinese, put_terms_into_chinese
from assistant.errors import UnknownNameError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedProblem:
    """One problem that CAST has released; lists after 2021 are partial."""

    title: str
    year: int
    kind: str
    """前沿科学问题, 工程技术难题 or 产业技术问题; empty where the source does not say."""
    field: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One row of a classification standard (GB/T 13745 disciplines, GB/T 4754 industries)."""

    code: str
    level: int
    """1 is the widest."""
    name: str
    parent: str
    """Code of the row above; empty at level 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """What narrows the problems of a discipline: suggestions of our own for an author to confirm, no facts."""

    code: str
    """Code of the discipline (GB/T 13745); several rows may share one."""
    cues: tuple[str, ...]
    """Words of a title that belong to it."""
    aspects: tuple[str, ...]
    """Properties of its things: 循环寿命."""
    conditions: tuple[str, ...]
    """Each with its 下, 中 or 时."""
    mechanisms: tuple[str, ...]
    """Processes and structures that act on its objects, as nouns."""
    measures: tuple[str, ...]
    """What one does about a difficulty, a verb with its object."""
    targets: tuple[str, ...]
    """What one wants besides, a verb with its object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All programmes with the standards beside them."""

    programmes: tuple[Programme, ...]
    """In the order of their ids."""
    released: tuple[ReleasedProblem, ...]
    disciplines: tuple[Category, ...]
    industries: tuple[Category, ...]
    terms: Terms = field(default_factory=Terms)
    calls: Terms = field(default_factory=Terms)
    """English terms of calls, which mean something else in science (field, unit); looked up first in a question."""
    angles: tuple[Angle, ...] = ()
    outside: tuple[str, ...] = ()
    """Problems of all disciplines that no direction of any programme covers: never shown."""
    fingerprint: str
    """Changes whenever any file of the corpus changes."""

    def read_english(self, question: str) -> str:
        """Return a question in English in the words of the notices; any other with its terms in English so."""
        if is_english(question):
            return put_into_chinese(question, self._find_chinese)
        return put_terms_into_chinese(question, self.calls.main)

    def _find_chinese(self, english: str) -> str | None:
        return self.calls.main(english) or self.terms.main(english)

    def find_programme(self, programme_id: str) -> Programme:
        """Return the programme of that id.

        Raises:
            UnknownNameError: there is none.
        """
        for programme in self.programmes:
            if programme.id == programme_id:
                return programme
        known = "、".join(programme.id for programme in self.programmes)
        raise UnknownNameError(f"没有编号为“{programme_id}”的通知或指南。", hint=f"可用的编号：{known}。")

    def select(self, scope: str) -> tuple[Programme, ...]:
        """Return the programme of that id, or all programmes of that document (`nkrd-2021` gives twelve).

        Raises:
            UnknownNameError: neither exists.
        """
        same_document = tuple(programme for programme in self.programmes if programme.info.doc == scope)
        return same_document or (self.find_programme(scope),)
