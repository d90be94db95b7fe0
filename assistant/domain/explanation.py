"""Why a verb gave what it gave: for whoever mends the corpus or doubts an answer, never evidence."""

from assistant.domain.value import Value


class Term(Value):
    """A word of the query that a passage is found by."""

    text: str
    weight: float
    """How rare it is; 0 for a word that stands everywhere."""
    written: bool = False
    """True where only words written beside the passage hold it (expansions, written questions), not its own text."""


class Share(Value):
    """What one ground adds to a score, or takes from it."""

    name: str
    """In Chinese, as shown."""
    value: float


class Candidate(Value):
    """A passage or a sentence that was weighed."""

    programme: str
    clause: str
    quote: str
    """Its beginning, an exact substring of the notice once white space is removed from both."""
    score: float
    """Comparable inside one list only."""
    shares: tuple[Share, ...] = ()
    """The largest ones, by their size; they need not add up to the score."""
    terms: tuple[Term, ...] = ()
    """The weightiest first."""
    likeness: float = 0.0
    """How like the query is to the nearest question that somebody wrote for it, 0 to 1."""
    chosen: bool = False
    """True where the result cites or lists it."""


class Explanation(Value):
    """The way to a result."""

    decided: tuple[str, ...]
    """Chinese sentences: how the query was read, what was decided and on what grounds."""
    grounds: tuple[Share, ...] = ()
    """What speaks for the decision and, below 0, against it; empty where it rests on the candidates alone."""
    passages: tuple[Candidate, ...] = ()
    """What the search found first."""
    sentences: tuple[Candidate, ...] = ()
    """Sentences as `ask` ranked them; empty for `match`."""
