"""What every verb has at hand, and what it takes of a text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.checking.one import Checked
    from assistant.checking.order import CheckOrder
    from assistant.documents.collecting import Source
    from assistant.domain.catalogue import Catalogue
    from assistant.domain.made import Prices
    from assistant.domain.search import Search
    from assistant.domain.task import Writer
    from assistant.domain.title_task import TitleWriter
    from assistant.drafting.rewording import Wordsmiths

MAX_QUERY_CHARACTERS = 20_000
"""Longest question, problem or title that is looked at; a whole proposal's text fits."""


@dataclass(frozen=True)
class Parts:
    """The parts that were chosen for this run; types of results are imported by type checkers only."""

    catalogue: "Catalogue"
    open_search: "Callable[[], Search]"
    """Opens the index, building it first where there is none; called at the first search only."""
    writer: "Writer"
    check_apart: "Callable[[Sequence[Source], CheckOrder], Iterator[Checked]] | None" = None
    """Checks files outside this process; None checks them here."""
    titles: "TitleWriter | None" = None
    """Adds a model's candidates to a title's; None where no model is configured."""

    wordsmiths: "Wordsmiths | None" = None
    """Put a draft from notes into a model's words; None where no model is configured."""

    folder: "Path | None" = None
    """The user's data folder, where what is counted of the corpus is kept; None to keep it nowhere."""

    prices: "Prices | None" = None
    """Of the model's tokens; None where none are configured."""

    @property
    def uses_model(self) -> bool:
        """Say whether a model may be asked."""
        return self.titles is not None

    @cached_property
    def search(self) -> "Search":
        """Return the search over the corpus, the index opened."""
        return self.open_search()


def usable(text: str, name: str) -> str:
    """Return the text without white space around it.

    Args:
        text: what the user typed.
        name: what it is called in the message.

    Raises:
        InputError: it is empty or too long.
    """
    stripped = text.strip()
    if not stripped:
        raise InputError(f"{name}是空的。", hint="请输入内容后再试。")
    if len(stripped) > MAX_QUERY_CHARACTERS:
        raise InputError(f"{name}有{len(stripped)}个字符，超过{MAX_QUERY_CHARACTERS}的上限。", hint="请只给出要点。")
    return stripped
