"""Whether a text treats an element: words that prove it, words that deny it."""

import re
from collections.abc import Iterator

from assistant.domain.kinds.content import Element
from assistant.patterns import compiled
from assistant.text import squash

_SENTENCE = re.compile(r"[。；;！!？?\n]")
_CLAUSE = re.compile(r"[，,：:]|(?=但|然而|不过|却|可是)")

_FLAT_CLAUSE = re.compile(r"[^，。；！？,;]+")


def holds(element: Element, text: str) -> bool:
    """Say whether the text treats the element and does not deny it."""
    if element.denied and compiled(element.denied).search(text):
        return False
    if element.unless is None:
        return any(compiled(cue).search(text) for cue in element.cues)
    clauses = (clause for sentence in _SENTENCE.split(text) for clause in _list_proving(element, sentence))
    return any(compiled(cue).search(clause) for clause in clauses for cue in element.cues)


def stands(element: Element, text: str) -> bool:
    """Say whether the element stands in a clause that does not weaken it; white space does not matter.

    A cue may run over several clauses; `unless` looks at them all.
    """
    whole = squash(text)
    if element.denied and compiled(element.denied).search(whole):
        return False
    for cue in element.cues:
        for found in compiled(cue).finditer(whole):
            bounds = (one.span() for one in _FLAT_CLAUSE.finditer(whole))
            around = next((span for span in bounds if span[0] <= found.start() < span[1]), found.span())
            clauses = whole[around[0] : max(around[1], found.end())]
            if element.unless is None or not compiled(element.unless).search(clauses):
                return True
    return False


def _list_proving(element: Element, sentence: str) -> Iterator[str]:
    """Yield the clauses of a sentence that may prove the element."""
    for clause in _CLAUSE.split(sentence):
        if element.unless is None or not compiled(element.unless).search(clause):
            yield clause
        elif element.spoils:
            return
