"""What a draft needs to keep the rules: for each finding the smallest change, to be accepted, rejected or reworded."""

from assistant.domain.draft import Location
from assistant.domain.finding import Finding, Report
from assistant.domain.value import Value


class Mend(Value):
    """The smallest change that mends one finding."""

    id: int
    """From 1, in the order of the findings."""
    finding: Finding
    label: str
    """Official label of the field; empty where the change is in none."""
    where: Location
    """Line that changes; of a blank field the place of its label."""
    before: str
    """That line as it stands; empty for a blank field."""
    after: str | None = None
    """The line as it would be; None where only the author can say."""
    others: tuple[str, ...] = ()
    """Other ways of writing the line that would do as well."""
    why: str
    """In Chinese: what is changed, and that nothing else is."""
    question: str = ""
    """What only the author can answer; empty where the change needs nothing."""


class Revision(Value):
    """The result of the verb `revise`."""

    file: str
    report: Report
    """The check before any change."""
    mends: tuple[Mend, ...] = ()
    accepted: tuple[int, ...] = ()
    """Numbers of the changes that were made."""
    refused: tuple[int, ...] = ()
    """Numbers of changes that were accepted and could not be made in this file, such as inside a formula."""
    after: Report | None = None
    """The check of the changed draft; None where nothing was changed."""
    output: str | None = None
    """File that was written; None where none was."""
    draft: str | None = None
    """Id of the draft in hand that the findings are gone through with; None outside a conversation."""
