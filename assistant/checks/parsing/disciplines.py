"""Names and codes of disciplines as authors write them, against GB/T 13745."""

import re
from collections.abc import Iterable, Sequence

from assistant.checks.parsing.names import fold_name, narrow
from assistant.domain.catalogue import Category
from assistant.text import bare

_LEVELS = {1: "一级", 2: "二级", 3: "三级"}
_SEPARATOR = re.compile(r"[；;，,、/\n|＞>→]|——|-|—|\s+")
_ORDINAL = re.compile(r"\d{1,2}\.?")
_CODE = re.compile(r"(?<![\d.])\d{3}(?:\.?\d{2}){0,2}(?!\d)")
_STANDARD = re.compile(
    r"[(（]?\s*+(?:《[^》]*》)?\s*+[(（]?\s*+GB\s*+/?\s*+T\s*+13745(?:\s*[-—]\s*\d{4})?\s*+[)）]?\s*+[)）]?[:：]?",
    re.IGNORECASE,
)
_WRAPPING = re.compile(r"^(?:所属)?(?:一级学科|二级学科|三级学科|学科)[:：]?|(?:[一二三]级学科|学科|类)$")


def judge_discipline(text: str, disciplines: Sequence[Category]) -> str | None:
    """Return in Chinese why the text is no first-level discipline; None where it is one.

    Names of lower levels may stand beside a first-level one, codes beside any name; a code alone stands for its name.
    """
    first = [one for one in disciplines if one.level == 1]
    plain = _STANDARD.sub(" ", narrow(text)).strip()
    if _find(_CODE.sub(" ", plain), first):
        return None
    pieces = _SEPARATOR.split(re.sub(r"[()]", " ", _CODE.sub(" ", plain)))
    parts = [piece for piece in pieces if bare(piece) and not _ORDINAL.fullmatch(piece)]
    if not parts:
        return _judge_codes(plain, disciplines)
    named = [_find(part, first) or _find(part, disciplines) for part in parts]
    known = [one for one in named if one]
    if len(known) == len(parts) and any(one.level == 1 for one in known):
        return None
    lower = next((one for one in known if one.level > 1), None)
    return _explain(lower, disciplines) if lower else f"“{' '.join(text.split())[:20]}”不是这一标准的一级学科"


def _judge_codes(plain: str, disciplines: Sequence[Category]) -> str | None:
    codes = [code.replace(".", "") for code in _CODE.findall(plain)]
    found = [one for one in disciplines if one.code in codes]
    if any(one.level == 1 for one in found):
        return None
    return _explain(found[0], disciplines) if found else f"“{plain[:20]}”不是这一标准的学科代码"


def _find(text: str, disciplines: Iterable[Category]) -> Category | None:
    plain = text.strip(" 。.；;:")
    without = re.sub(r"\([^()]*\)", "", plain).strip()
    wanted = {bare(one) for one in (plain, without, _WRAPPING.sub("", without), plain.strip('()“”"《》【】[]'))} - {""}
    return next((one for one in disciplines if fold_name(one.name) in wanted), None)


def _explain(one: Category, disciplines: Sequence[Category]) -> str:
    by_code = {other.code: other for other in disciplines}
    above = one
    while above.level > 1 and above.parent in by_code:
        above = by_code[above.parent]
    return f"“{one.name}”是{_LEVELS[one.level]}学科，所属的一级学科是“{above.name}”"
