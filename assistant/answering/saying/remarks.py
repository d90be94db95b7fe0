"""Misprints and gaps of a notice, pointed out where an answer repeats their words."""

from collections.abc import Iterator, Sequence

from assistant.answering.saying.stating import Quotes
from assistant.answering.sentences.corpus import Corpus
from assistant.domain.task import Statement
from assistant.text import squash

MARK = "〔本工具的解读〕"
"""Ends a remark: it is ours, not the notice's."""


def remark_on(statements: Sequence[Statement], quotes: Quotes, corpus: Corpus) -> Iterator[Statement]:
    """Yield the remarks on words that the statements repeat, each once."""
    known: set[str] = set()
    for statement in statements:
        for place in statement.citations:
            programme = quotes.units[place].programme
            for note in corpus.programmes[programme].notice.notes:
                said = note.quote and squash(note.quote) in squash(statement.text)
                if said and note.message not in known:
                    known.add(note.message)
                    text = note.message.removesuffix("。") + MARK
                    yield Statement(programmes=(programme,), text=text, citations=(place,))
