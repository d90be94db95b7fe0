"""Placeholders such as 〔姓名1〕 for personal data, one for each datum of a task, and the way back."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from assistant.checks.anonymising import find_personal_spans
from assistant.checks.secrecy import find_marks
from assistant.domain.outgoing import Datum, Hidden
from assistant.errors import WithheldError

_KINDS: tuple[Datum, ...] = get_args(Datum)
_PLACEHOLDER = re.compile(rf"[〔\[【(（]\s*({'|'.join(_KINDS)})\s*(\d+)\s*[〕\]】)）]")
"""As we write it, and as models copy it."""
_OF_SIGN: dict[str, Datum] = {
    "手机": "电话",
    "电话": "电话",
    "邮箱": "邮箱",
    "证件号": "证件号",
    "姓名": "姓名",
    "单位": "单位",
}
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
Journal = Callable[[Sequence[str]], None]


@dataclass(slots=True)
class PlaceholderVeil:
    """Replaces the data of one task; the same datum has the same placeholder wherever it stands."""

    known: Sequence[tuple[Datum, str]]
    """Data of the items about persons, found anywhere in a text; telephones and the like are found by their form."""
    journal: Journal | None = None
    _numbers: dict[str, str] = field(default_factory=dict)
    """Datum as written to its placeholder."""

    def hide(self, text: str) -> str:
        """Return the text with placeholders.

        Raises:
            WithheldError: the text bears a mark of secrecy.
        """
        refuse_marked([text, *_list_strings(text)])
        parts: list[str] = []
        place = 0
        for start, end, kind in sorted(self._find(text), key=lambda one: (one[0], -one[1])):
            if start >= place:
                parts += [text[place:start], self._name(kind, text[start:end], text)]
                place = end
        return "".join([*parts, text[place:]])

    def restore(self, text: str) -> str:
        """Return the text with the data back; a placeholder that was never given out stays."""
        data = {placeholder: datum for datum, placeholder in self._numbers.items()}
        return _PLACEHOLDER.sub(lambda found: data.get(_write(found[1], found[2]), found[0]), text)

    def note(self, texts: Sequence[str]) -> None:
        """Keep what is being sent, where a journal is kept."""
        if self.journal is not None:
            self.journal(texts)

    def count(self) -> tuple[Hidden, ...]:
        """Return how many different data of each kind were replaced."""
        given = [[one for one in self._numbers.values() if one.startswith(f"〔{kind}")] for kind in _KINDS]
        return tuple(Hidden(kind=kind, count=len(some)) for kind, some in zip(_KINDS, given, strict=True) if some)

    def _find(self, text: str) -> Iterator[tuple[int, int, Datum]]:
        names = [datum for kind, datum in self.known if kind == "姓名"]
        units = [datum for kind, datum in self.known if kind == "单位"]
        for start, end, sign in find_personal_spans(text, names, units):
            yield start, end, _OF_SIGN[sign]
        for kind, datum in self.known:
            if kind not in ("姓名", "单位"):
                for found in re.finditer(re.escape(datum), text):
                    yield found.start(), found.end(), kind

    def _name(self, kind: Datum, datum: str, text: str) -> str:
        """Return the placeholder of a datum; none that the text itself holds, or that would come back as another's."""
        if datum not in self._numbers:
            number, taken = 1, set(self._numbers.values())
            while _write(kind, str(number)) in taken or _write(kind, str(number)) in text:
                number += 1
            self._numbers[datum] = _write(kind, str(number))
        return self._numbers[datum]


def refuse_marked(texts: Sequence[str]) -> None:
    """Refuse texts with what the rules take for a mark of secrecy.

    Raises:
        WithheldError: one of them bears such a mark.
    """
    if any(True for text in texts for _ in find_marks(text)):
        raise WithheldError(
            "文稿带有密级标志或写明涉密，一个字也没有发给语言模型。", hint="请先按保密规定处理；内置引擎照常可用。"
        )


def _write(kind: str, number: str) -> str:
    return f"〔{kind}{number}〕"


def _list_strings(text: str) -> Iterator[str]:
    """Yield the strings of the JSON lines of a prompt: a mark that is a line of its own stands alone there too."""
    for line in text.splitlines():
        if line.startswith("{"):
            yield from (str(json.loads(found.group(), strict=False)) for found in _STRING.finditer(line))
