"""What a text is about, as search tokens: for texts that are compared by their subject and not by their wording.

Beside the tokens of `assistant.text`, Latin words give their stem and the parts that a hyphen joins, so that
`stimulator` meets `stimulation`; words that stand in any English title (`novel`, `based`, `study`) give nothing. The
like in Chinese (研究, 应用, 关键技术) needs no list: nearly every direction holds them, which their weight reflects.
"""

from assistant.text import tokenise

_GENERIC = frozenset(
    """
    advance advanced analysis application approach assessment based between can characteristic compare comparison
    could current design determine develop development do does during effect effective efficient evaluate evaluation
    experiment experimental from high how implication improve improved improving influence into investigate
    investigation is are was were be been has have had it its low method methodology model modelling new novel optimal
    optimization optimise optimize our performance potential practical process progress promising propose proposed
    provide recent research result review role should significance some state study such system technique technology
    than that their these this those through toward towards under use used using validation various versus via we what
    when where which while who why will within without
    """.split()  # noqa: SIM905 - a hundred words in quotation marks are hard to read
)
_SUFFIXES = (
    "ibilities", "abilities", "izations", "isations", "ational", "ibility", "ability", "ization", "isation", "izing",
    "ators", "ating", "ated", "ates", "ator", "ate", "izers", "ized", "izes", "izer", "ize", "ations", "itions",
    "ation", "ition", "ments", "ities", "ility", "ment", "ness", "ings", "ives", "ions", "able", "ible", "ance",
    "ence", "ing", "ive", "ion", "ers", "ors", "als", "ics", "ied", "ity", "ous", "ent", "ant", "er", "or", "al", "ic",
    "ed", "ly", "es", "e", "y", "s",
)  # fmt: skip
"""Longest first among those that share an ending."""
_SHORTEST_STEM = 4
_SHORTEST_STEMMED = 5
STEM = "~"
"""Opens a token that is a stem, so that it never meets a whole word."""


def tokenise_topic(text: str) -> list[str]:
    """Return the search tokens of a text's subject; each of them may occur several times."""
    return [token for whole in tokenise(text) for token in _tokens(whole)]


def stem(word: str) -> str:
    """Return a Latin word without its ending, as far as at least four letters stay."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word.removesuffix(suffix)
    return word


def _tokens(token: str) -> list[str]:
    """Return the token with its parts and stems; nothing for a generic word."""
    if not token[0].isascii() or not token[0].isalpha():
        return [token]
    parts = [part for part in token.split("-") if part not in _GENERIC]
    stems = [STEM + stem(part) for part in parts if len(part) >= _SHORTEST_STEMMED]
    whole = [token] if parts else []
    return [*whole, *(part for part in parts if part != token), *stems]
