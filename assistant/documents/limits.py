"""Bounds of a file of an author, of any kind.

They stand well above real files (191 of Word: at most 47 entries, 41:1, parts of 2.3 MB, 16.6 MB in all; the longest
proposals have a hundred thousand characters) and far below what exhausts a machine: 392 KB that unpack to 100 MB of
XML cost other readers a minute and 1.9 GB.
"""

from dataclasses import dataclass

from assistant.documents.refusal import refuse

_MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of a file, in bytes unless said otherwise; each is allowed itself."""

    file_bytes: int = 20 * _MIB
    entries: int = 2000
    xml_part_bytes: int = 32 * _MIB
    xml_bytes: int = 64 * _MIB
    total_bytes: int = 200 * _MIB
    ratio: int = 200
    """Unpacked to packed size of one part; asked of parts above `ratio_from` only."""
    ratio_from: int = _MIB
    blocks: int = 100_000
    """Paragraphs, those of cells included."""
    characters: int = 2_000_000
    """Of the text."""

    def check_text(self, file: str, *, blocks: int, characters: int) -> None:
        """Refuse a text that is too long to be judged in time.

        Raises:
            UnreadableFileError: it has too many paragraphs or characters.
        """
        if blocks > self.blocks:
            raise refuse(file, f"超过 {self.blocks // 10_000} 万段的上限", _SHORTEN)
        if characters > self.characters:
            raise refuse(file, f"的文字超过 {self.characters // 10_000} 万字的上限", _SHORTEN)


LIMITS = Limits()
_SHORTEN = "请只提供需要检查的部分。"
