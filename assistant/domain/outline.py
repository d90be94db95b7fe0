"""An outline of a proposal, made from the direction that it answers: nothing in it but the guide's own words."""

from assistant.domain.coverage import ItemKind
from assistant.domain.value import Value


class OutlineItem(Value):
    """One thing that the direction asks for, as a heading of the proposal."""

    kind: ItemKind
    heading: str
    """What is asked for, without the occasion that the guide names before it."""
    quote: str
    """The guide's words that ask for it."""


class OutlineDemand(Value):
    """One sentence of conditions, to be ticked off."""

    about: tuple[str, ...]
    """In Chinese what it lays down: 课题数, 实施周期, 配套经费, 牵头与申报单位 …; 其他要求 where nothing is told."""
    quote: str
    """Exact words of the guide."""
    scope: str
    """In Chinese how far it holds: 本方向, 本任务, 本指南."""


class OutlineField(Value):
    """One item of the proposal form."""

    label: str
    text: str = ""
    """What the direction itself answers, such as its number; empty for what the applicant writes."""


class Outline(Value):
    """The result of the verb `outline`."""

    direction: str
    """Id such as `sticoop-2022/1.1`."""
    number: str
    title: str
    guide: str
    """Name of the guide."""
    heading: str
    """Of the form."""
    fields: tuple[OutlineField, ...]
    items: tuple[OutlineItem, ...]
    """Research content first, then indicators, each in the order of the guide."""
    research_content: str
    """The guide's whole text."""
    assessment_indicators: str
    """The guide's whole text."""
    demands: tuple[OutlineDemand, ...]
    """The direction's own first, then those of its area, then those of the guide."""
    output: str | None = None
    """File that was written; None where none was."""
