"""The base of all results that leave the program as JSON."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable result; its field names are those of the JSON contract."""

    model_config = ConfigDict(frozen=True, extra="forbid")
