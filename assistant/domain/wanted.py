"""The base of all calls."""

from pydantic import Field

from assistant.domain.value import Value


class Wanted(Value):
    """What one turn wants."""

    notice: str = Field(default="", exclude_if=lambda value: not value)
    """In one Chinese line why the embedded router decided in a model's place; empty, and then absent, for most."""
