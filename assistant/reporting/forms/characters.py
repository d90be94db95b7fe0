"""Characters that a file of some kind cannot hold, taken out; everything else of the author's stays."""

import re

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The complement of XML 1.0, production 2."""
_LINE_ENDS = re.compile("[\r\n\v\f\x1a\u2028\u2029]")


def fit_xml(text: str) -> str:
    """Return the text without the characters that XML forbids; line ends become spaces."""
    return _NOT_IN_XML.sub("", re.sub(r"[\r\n]+", " ", text)).strip()


def fit_line(text: str) -> str:
    """Return the text as one line of a text file, halves of characters left out."""
    return _LINE_ENDS.sub(" ", text).encode("utf-8", "ignore").decode("utf-8").replace("\0", "").strip()
