"""The titles that a draft of a form bears: whole, with a year, broken over lines, below the mark of an attachment."""

import re
import unicodedata

from assistant.domain.form import Form
from assistant.text import bare

_ATTACHMENT = re.compile(r"^附[件表录]?\s*[\d一二三四五六七八九十]*\s*[:：]?$")
_LEAST_TITLE = 6
_LONGEST_TITLE = 100
_SPARE_TITLE = 16
"""Characters that a heading may have beyond the form's title, such as a year."""


class FormTitles:
    """Knows the titles of one form.

    Args:
        form: the form with its title and headings.
    """

    def __init__(self, form: Form) -> None:
        self._titles = tuple(bare(title) for title in (form.title, *form.headings))

    def may_be_titled(self, text: str) -> bool:
        """Say whether a document of that bare text can bear a title of the form."""
        return any(title in text for title in self._titles)

    def is_title(self, text: str) -> bool:
        """Say whether the line is a heading of the form, or the mark of an attachment such as 附件1."""
        return bool(_ATTACHMENT.match(text.strip())) or self.is_own_title(text)

    def is_own_title(self, text: str) -> bool:
        """Say whether the line bears a title of the form, a year or an issuer added."""
        if len(text) > _LONGEST_TITLE or not self._may_bear_title(text):
            return False
        line = bare(text)
        longer = (title for title in self._titles if len(title) >= _LEAST_TITLE and title in line)
        return any(len(line) <= len(title) + _SPARE_TITLE for title in longer) or (bool(line) and line in self._titles)

    def _may_bear_title(self, text: str) -> bool:
        """Say whether first and last character of a title are there at all, which is seen at once."""
        folded = unicodedata.normalize("NFKC", text)
        return any(title[0] in folded and title[-1] in folded for title in self._titles if title)

    def is_part_of_title(self, text: str) -> bool:
        """Say whether the line is a piece of a title that was broken over lines."""
        line = bare(text) if len(text) <= _LONGEST_TITLE else ""
        return len(line) >= _LEAST_TITLE and any(line in title for title in self._titles)
