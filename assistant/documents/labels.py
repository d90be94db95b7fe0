"""Labels of a form as authors write them: numbered, spaced out, bracketed, with a unit note, with any colon."""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from assistant.documents.label import Label
from assistant.documents.label_keys import MARKS, NARROW, NUMBER, OPENING, find_closing
from assistant.documents.label_names import LONGEST_CELL, LONGEST_LABEL, LabelNames, Named
from assistant.domain.form import FieldSpec, Form
from assistant.text import bare

_COLON = re.compile(r"[:：∶︰﹕]")
_TRAILING = " \t\r\n\u3000:：∶︰﹕"
_GAP = re.compile(r"[\s\u3000]+")
_DASH = re.compile(r"\s*(?:[—–―─－]{1,4}|-{2,}|\s-(?=\s)|[|｜→]|[=＝]+[:：]?|_{2,}|＿+)\s*")
"""What authors write between label and text where a colon belongs: a dash, a bar, an arrow, an equals sign, a blank."""
_LANGUAGE = re.compile(
    r"[(（]\s*(?:[中英]文?|Chinese|English)\s*[)）](?=\s*[^\s的是、，；。)）”』」》])", re.IGNORECASE
)
_AS_FOLLOWS = "如下"
_BRACKETS = {
    "【": "】",
    "[": "]",
    "〔": "〕",
    "［": "］",
    "(": ")",
    "（": "）",
    "<": ">",
    "〖": "〗",
    "『": "』",
    "＜": "＞",
}
"""Brackets in which a label may stand with its text right behind; in quotation marks a name needs a colon."""
_INSTRUCTION = re.compile(r"不超过|不少于|字(?:以内|左右|以上)?$|盖章|签[字章名]|请|填|限|必|选|单位[:：]")
_LONGEST_NOTE = 12
"""Characters of a note in brackets behind a label's colon that is no text of the author's."""
_MOST_COLONS = 20
"""Colons of a line before which a further label is looked for; a line with more is no line of a form."""
_LEAST_HINT = 3
"""Characters from which a note is known as a part of the template's hint."""


@lru_cache(maxsize=64)
def book_of(form: Form) -> "LabelBook":
    """Return the labels of the form, ready for search."""
    return LabelBook(form)


class LabelBook(LabelNames):
    """Finds the labels of one form in lines and cells."""

    def find_whole(self, text: str) -> Label | None:
        """Return the label that a line or a cell consists of."""
        return self._find_whole(text) if self.may_open(text) else None

    def _find_whole(self, text: str) -> Label | None:
        found = self.look_up(text)
        if found is None or self._holds_text(text, found.spec):
            return None
        start = len(text) - len(text.lstrip())
        value = len(text.rstrip())
        return _label(found, start, len(text.rstrip(_TRAILING)), value)

    def find_head(self, text: str, lead: int = 0) -> Label | None:
        """Return the label at the head of a line: before a colon, in brackets, before a gap or a note, in bold type.

        Args:
            text: the line.
            lead: characters at its start that are set off in strong type.
        """
        if not self.may_open(text):
            return None
        return (
            self._find_whole(text)
            or self._before_colon(text)
            or self._in_brackets(text)
            or self._before_dash(text)
            or self._before_note(text)
            or self._before_gap(text)
            or (self._in_strong_type(text, lead) if lead else None)
        )

    def _holds_text(self, text: str, spec: FieldSpec) -> bool:
        """Say whether the bracket behind the colon is text: the template's hint left there, or the author's own words.

        A short instruction belongs to the label (题目：（必填）).
        """
        label = self._before_colon(text)
        if label is None or label.value >= len(text.rstrip()):
            return False
        rest = bare(text[label.value :])
        if spec.guidance and rest == bare(spec.guidance):
            return True
        told = len(rest) <= _LONGEST_NOTE and _INSTRUCTION.search(text[label.value :])
        return not told and not _is_part_of(rest, spec.guidance)

    def find_inner(self, text: str, start: int) -> Label | None:
        """Return the first further label in a line: behind white space and before a colon."""
        floor = start
        for colon in islice(_COLON.finditer(text, start), _MOST_COLONS):
            for gap in _GAP.finditer(text, max(floor, colon.start() - LONGEST_LABEL), colon.start()):
                if gap.end() >= colon.start() or not self.may_begin(text[gap.end()]):
                    continue
                found = self.look_up(text[gap.end() : colon.start()])
                if found and _is_wide_enough(gap[0], found.spec):
                    return _label(found, gap.end(), colon.start(), _skip_gap(text, colon.end()))
            floor = colon.end()
        return None

    def _before_colon(self, text: str) -> Label | None:
        """The first colon may stand inside a note: 推荐理由（注：不超过100字）：."""
        for count, colon in enumerate(_COLON.finditer(text, 0, LONGEST_LABEL * 2)):
            found = self.look_up(text[: colon.start()].removesuffix(_AS_FOLLOWS))
            if found is not None:
                return _label(found, _indent(text), colon.start(), _skip_colons(text, colon.end()))
            if count:
                break
        return None

    def _in_brackets(self, text: str) -> Label | None:
        start = _indent(text)
        narrow = text[:LONGEST_LABEL].translate(NARROW)
        before = [found.end() for found in (MARKS.match(narrow), NUMBER.match(narrow)) if found]
        for opening in dict.fromkeys((start, *before)):
            closing = text.find(_BRACKETS.get(text[opening : opening + 1], "\n"), opening, opening + LONGEST_LABEL)
            found = self.look_up(text[opening + 1 : closing]) if closing > opening else None
            if found is not None:
                rest = re.compile(r"[\s:：]*").match(text, closing + 1)
                return _label(found, start, closing + 1, rest.end() if rest else closing + 1)
        return None

    def _before_gap(self, text: str) -> Label | None:
        """The longest head that is a label: 题  目  如何…; a Latin label needs a wide gap."""
        found: Label | None = None
        for gap in _GAP.finditer(text, _indent(text), LONGEST_LABEL):
            named = self.look_up(text[: gap.start()])
            if named is not None and not named.extra and _is_wide_enough(gap[0], named.spec):
                found = _label(named, _indent(text), gap.start(), gap.end())
        return found

    def _before_note(self, text: str) -> Label | None:
        """推荐理由（必填）该问题…: a note without a colon must read as an instruction, or prose would match.

        The template's own hint stays with the text, where the author should have deleted it.
        """
        places = [place for place, sign in enumerate(text[:LONGEST_LABEL]) if sign in OPENING and place]
        ways = (way(text, place) for way in (self._before_note_at, self._behind_language) for place in places)
        return next(filter(None, ways), None)

    def _before_note_at(self, text: str, start: int) -> Label | None:
        found = self.look_up(text[:start])
        if found is None or found.extra:
            return None
        hint = bare(found.spec.guidance)
        end = value = start
        while (closing := find_closing(text[:LONGEST_CELL], value)) and bare(text[value:closing]) != hint:
            note = text[value + 1 : closing - 1]
            if not _INSTRUCTION.search(note) and not _is_part_of(bare(note), found.spec.guidance):
                break
            end, value = closing, _skip_gap(text, closing)
        if value == start and not (closing and bare(text[start:closing]) == hint):
            return None
        return _label(found, _indent(text), len(text[:end].rstrip(_TRAILING)), value)

    def _behind_language(self, text: str, start: int) -> Label | None:
        """题目（英文）How…: a name that ends in a language needs nothing else behind it."""
        note = _LANGUAGE.match(text, start)
        name = NUMBER.sub("", unicodedata.normalize("NFKC", text[: note.end()]).strip()) if note else ""
        found = self.name(bare(name))
        return _label(found, _indent(text), note.end(), _skip_gap(text, note.end())) if note and found else None

    def _before_dash(self, text: str) -> Label | None:
        """The first dash or bar: 题目——如何…."""
        dash = _DASH.search(text, _indent(text), LONGEST_LABEL)
        found = self.look_up(text[: dash.start()]) if dash else None
        if dash is None or found is None or found.extra or _is_chain(text, dash):
            return None
        return _label(found, _indent(text), dash.start(), dash.end())

    def _in_strong_type(self, text: str, lead: int) -> Label | None:
        """A label in bold, then the text, with nothing between."""
        found = self.look_up(text[:lead])
        if found is None or found.extra:
            return None
        return _label(found, _indent(text), len(text[:lead].rstrip(_TRAILING)), _skip_gap(text, lead))


def _label(named: Named, start: int, end: int, value: int) -> Label:
    return Label(named.spec, named.official, named.extra, start, end, value)


def _is_wide_enough(gap: str, spec: FieldSpec) -> bool:
    return len(gap) > 1 or gap in "\t\u3000" or not spec.label.isascii()


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _is_part_of(note: str, guidance: str) -> bool:
    """Say whether a note without punctuation is a part of the hint; one of the options that it lists is an answer."""
    options = (bare(option) for option in guidance.split("/"))
    return len(note) >= _LEAST_HINT and note in bare(guidance) and note not in options


def _is_chain(text: str, dash: re.Match[str]) -> bool:
    """Say whether the same sign comes again in the sentence: 材料—结构—性能 is no label with its text."""
    sentence = re.split(r"[。；;？?]", text[dash.end() :], maxsplit=1)[0]
    sign = dash[0] if dash[0].strip() == "-" else dash[0].strip(" \t_＿")
    return bool(sign) and sign in sentence


def _skip_colons(text: str, start: int) -> int:
    return next((place for place in range(start, len(text)) if text[place] not in _TRAILING), len(text))


def _skip_gap(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())
