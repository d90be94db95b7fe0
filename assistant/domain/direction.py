"""A second-level direction of a guide, under which a project applies."""

from dataclasses import dataclass
from typing import Literal

from assistant.domain.notice import Span

SectionKind = Literal["title", "research_content", "assessment_indicators", "requirements"]
LimitKind = Literal[
    "duration_years", "subprojects", "units", "youth_units", "youth_subprojects", "youth_budget_wan_yuan",
    "projects", "leaders",
]  # fmt: skip
LimitScope = Literal["programme", "area", "direction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One labelled part of a direction."""

    kind: SectionKind
    label: str
    """As printed without its colon: 研究内容, 考核指标, 有关说明, 其他要求, 研究目标 …; empty for the title."""
    text: str
    """Whole text, line breaks and page furniture removed, label left out."""
    pieces: tuple[Span, ...]
    """Own characters of the notice, label included, furniture left out, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One sentence that a direction, its area or its programme demands."""

    text: str
    quote: str
    """Exact substring of the notice once white space is removed from both."""
    span: Span
    scope: LimitScope


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A number that a direction, its area or its programme lays down, with the sentence that it stands in."""

    kind: LimitKind
    maximum: float | None
    minimum: float | None = None
    applies_to: str
    """Category that the sentence names (基础研究类, 共性关键技术类, 青年科学家项目 …); empty for all projects."""
    binding: bool
    """False where the wording is soft (一般, 原则上, 拟)."""
    quote: str
    span: Span
    scope: LimitScope


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """One second-level direction."""

    doc: str
    programme: str
    programme_title: str
    programme_no: int
    """1 to 12 for the guides of nkrd-2021; 0 for sticoop-2022."""
    number: str
    """Second-level number as text, such as `2.10`."""
    title: str
    """Without tag brackets and asterisk."""
    tags: tuple[str, ...]
    area_number: str
    area_title: str
    research_content: str
    assessment_indicators: str
    requirements: tuple[Requirement, ...]
    """Those of the direction itself first, then of its area, then of its programme."""
    limits: tuple[Limit, ...]
    """The nearest scope first: a limit of the direction replaces one of the same kind of its area or programme."""
    ratios: tuple[Requirement, ...]
    """Sentences with a ratio of matching funds, the direction's own first."""
    matching_funds: str | None
    """First ratio such as `2:1`; None where none is set."""
    sections: tuple[Section, ...]
    span: Span

    @property
    def id(self) -> str:
        """`<programme id>/<number>`, such as `nkrd-2021-12/2.10`."""
        return f"{self.programme}/{self.number}"
