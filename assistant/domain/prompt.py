"""A prompt as a file gives it."""

import string
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One versioned prompt."""

    id: str
    version: int
    variables: frozenset[str]
    text: str
    """With `$name` where a variable goes."""

    def render(self, **values: str) -> str:
        """Return the text with all variables filled in.

        Raises:
            KeyError: a variable is missing.
        """
        return string.Template(self.text).substitute(values)
