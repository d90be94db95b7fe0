"""What a draft covers of a direction, item by item."""

from typing import Literal

from pydantic import computed_field

from assistant.domain.draft import Location
from assistant.domain.value import Value

ItemKind = Literal["research_content", "assessment_indicator"]
Status = Literal["covered", "partly", "missing", "contradicted"]


class Quantity(Value):
    """A number with what it bounds."""

    comparator: Literal[">=", ">", "<=", "<", "=", "range"]
    """优于 is told as the side that is better for the thing measured, `=` where nothing tells."""
    value: float
    """In the printed unit; lower end of a range, product of a size such as 1920×1080."""
    upper: float | None = None
    """Upper end of a range."""
    unit: str
    """As printed; empty for a bare number."""


class CoverageItem(Value):
    """One thing that the direction asks for."""

    kind: ItemKind
    text: str
    """As the guide prints it."""
    quantity: Quantity | None = None
    """None for an item without a number."""
    status: Status
    draft_quote: str = ""
    """Words of the draft that answer best; empty where nothing does."""
    where: Location | None = None
    """Place of the quote; None where there is none."""


class Promise(Value):
    """Something that the draft promises and the direction does not ask for."""

    draft_quote: str
    where: Location | None = None


class Coverage(Value):
    """The result of the verb `coverage`."""

    direction: str
    items: tuple[CoverageItem, ...]
    """Research content first, then indicators, each in the order of the guide."""
    unasked: tuple[Promise, ...] = ()

    @computed_field
    @property
    def covered(self) -> int:
        """Number of items treated, with a level as good as asked."""
        return self._count("covered")

    @computed_field
    @property
    def partly(self) -> int:
        """Number of items that a person has to look at."""
        return self._count("partly")

    @computed_field
    @property
    def missing(self) -> int:
        """Number of items without counterpart."""
        return self._count("missing")

    @computed_field
    @property
    def contradicted(self) -> int:
        """Number of items for which less is promised than asked."""
        return self._count("contradicted")

    def _count(self, status: Status) -> int:
        return sum(item.status == status for item in self.items)
