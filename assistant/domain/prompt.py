"""A prompt as a file gives it."""

import string
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One versioned prompt: what the model is told to do, and, apart from it, the data it does it with."""

    id: str
    version: int
    variables: frozenset[str]
    instructions: str
    """Sent as the system's message; holds no variable, so that nobody's text ever stands among the instructions."""
    text: str
    """Sent as the user's message, with `$name` where a variable goes."""

    def render(self, **values: str) -> str:
        """Return the text with all variables filled in.

        Raises:
            KeyError: a variable is missing.
        """
        return string.Template(self.text).substitute(values)
