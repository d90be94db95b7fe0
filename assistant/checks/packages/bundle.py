"""The files of a package as its rules look at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from assistant.checks.parsing.listing import Listed, list_problems
from assistant.checks.subject import Subject
from assistant.domain.draft import Location
from assistant.domain.finding import Role
from assistant.text import bare, clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file."""

    file: str
    role: Role
    subject: Subject | None = None
    """The draft as rules look at it; None for a file that was not read as a form."""

    @property
    def name(self) -> str:
        """Return the file's name without its folder."""
        return PurePath(self.file).name


@dataclass(frozen=True, slots=True)
class Titled:
    """A title with its place; a file may hold several."""

    member: Member
    title: str
    where: Location
    group: str = ""
    """In a list, the heading under which it stands."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files that are judged together."""

    members: tuple[Member, ...]
    _drafts: dict[str, list[tuple[Member, Subject]]] = field(default_factory=dict[str, list[tuple[Member, Subject]]])

    def drafts(self, *forms: str) -> list[tuple[Member, Subject]]:
        """Return the files that were read as one of these forms, in order; of all forms where none is named."""
        return [
            (member, member.subject)
            for member in self.members
            if member.subject is not None and (not forms or member.subject.draft.form in forms)
        ]

    def scans(self) -> list[Member]:
        """Return the pictures of signed documents."""
        return [member for member in self.members if member.role == "scan"]

    def titles(self, form: str, label: str) -> list[Titled]:
        """Return the titles in the drafts of a form; one per field, since a file may hold several of the form."""
        return [one for member, subject in self.drafts(form) for one in _read_titles(member, subject, label)]

    def listed(self, form: str, label: str, groups: tuple[str, ...]) -> list[Titled]:
        """Return the titles in the lists of a form's drafts."""
        return [
            Titled(member, one.title, subject.place(label, one.title), one.group)
            for member, subject in self.drafts(form)
            for one in _read_list(subject, label, groups)
        ]


def name_files(members: Iterable[Member]) -> tuple[str, ...]:
    """Return the files, each once."""
    return tuple(dict.fromkeys(member.file for member in members))


def _read_titles(member: Member, subject: Subject, label: str) -> Iterator[Titled]:
    fields = [one for one in subject.fields(label) if bare(one.text)]
    if len(fields) == 1:
        yield Titled(member, clean(subject.text(label)), subject.place(label))
        return
    for one in fields:
        yield Titled(member, clean(one.text), one.lines[0].where if one.lines else one.where)


def _read_list(subject: Subject, label: str, groups: tuple[str, ...]) -> list[Listed]:
    return list_problems(subject.text(label), groups)[0]
