"""A label of a form as it was found in a line."""

from dataclasses import dataclass

from assistant.domain.form import FieldSpec


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a line."""

    spec: FieldSpec
    official: bool
    """True for the form's own label, False for an alias."""
    extra: bool
    """True for a label such as 提交日期 that the form lacks."""
    start: int
    """First character of the label as printed, number included."""
    end: int
    value: int
    """First character behind the label and its separator."""
