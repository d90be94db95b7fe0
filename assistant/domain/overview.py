"""Many drafts at a glance: for a reviewer verdicts and faults, for a secretary roster, tally and letters."""

from assistant.domain.finding import Entry, Package, Severity, Verdict
from assistant.domain.value import Value


class VerdictCount(Value):
    """How many files have a verdict."""

    verdict: Verdict
    files: int


class Fault(Value):
    """A rule that drafts do not keep."""

    rule: str
    name: str
    """What the rule asks."""
    message: str = ""
    """What is wrong: the sentence of the commonest finding."""
    alike: bool = True
    """True where every finding says the same."""
    severity: Severity
    files: int
    findings: int


class FileLine(Value):
    """One file on one line."""

    file: str
    title: str
    verdict: Verdict
    mend: tuple[str, ...] = ()
    """What must be mended: the messages of the errors, or why the file cannot be read."""
    consider: tuple[str, ...] = ()
    """What should be looked at: the messages of the warnings."""
    confirm: tuple[str, ...] = ()
    """What a person must confirm before the verdict stands."""


class RosterLine(Value):
    """One draft of the roster."""

    file: str
    verdict: Verdict
    entry: Entry


class Tally(Value):
    """How many drafts fall into a group, against the number that the notice allows."""

    programme: str
    group: str
    files: int
    least: int | None = None
    most: int | None = None

    @property
    def keeps(self) -> bool:
        """Say whether the number is within its bounds."""
        return (self.least is None or self.files >= self.least) and (self.most is None or self.files <= self.most)


class Letter(Value):
    """A note to one author, ready to be pasted into a mail."""

    author: str
    email: str
    files: tuple[str, ...]
    text: str


class Overview(Value):
    """Many drafts at a glance."""

    id: str | None = None
    verdicts: tuple[VerdictCount, ...]
    """The gravest first; verdicts that no file has are left out."""
    faults: tuple[Fault, ...]
    """The commonest first, errors before warnings where they are equally common."""
    lines: tuple[FileLine, ...]
    """In the order of the files."""
    roster: tuple[RosterLine, ...]
    """Drafts of problems, technologies and projects, in the order of the files."""
    tallies: tuple[Tally, ...]
    letters: tuple[Letter, ...]
    """One an author, for the drafts that have something to mend or to look at."""
    package: Package | None = None
