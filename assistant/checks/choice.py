"""Kind `choice`: a field holds one of the values."""

import re
import unicodedata

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, shorten
from assistant.checks.subject import Subject
from assistant.domain.catalogue import Category
from assistant.domain.rule import ChoiceRule
from assistant.text import bare, dice

_TICKED, _UNTICKED = "☑√■✔☒✓●◉▣", "□☐○◯▢"
_SEPARATOR = re.compile(r"[；;，,、/\n|＞>→]|——|-|—|[ \u3000]{1,}|和|与|及")
_CODE = re.compile(r"(?<![\d.])\d{3}(?:\.?\d{2}){0,2}(?![\d])")
_WRAPPING = re.compile(r"^(?:一级学科|学科|所属学科|所属领域|领域|类型|所属类型)\s*[:：]|(?:领域|一级学科|学科|类)$")


def judge(rule: ChoiceRule, subject: Subject) -> Judgement:
    """Judge each field that the form asks for."""
    for label in subject.labels(rule.fields):
        text = _read_ticks(subject.text(label))
        if not bare(text):
            if not rule.blank_fails:
                continue
            return _fail(rule, subject, label, "（空白）", "没有填写")
        problem = _judge_disciplines(text, subject) if rule.lookup else _judge_values(rule, text)
        if problem:
            return _fail(rule, subject, label, shorten(text), problem)
    return Kept() if any(bare(subject.text(label)) for label in subject.labels(rule.fields)) else Silent()


def _fail(rule: ChoiceRule, subject: Subject, label: str, evidence: str, detail: str) -> Judgement:
    allowed = "、".join(rule.values) if rule.values else "GB/T 13745-2009的一级学科"
    where = subject.place(label)
    flaw = Flaw(
        where=where,
        evidence=evidence,
        detail=detail,
        measured=evidence,
        allowed=allowed,
        missing=evidence == "（空白）",
    )
    return Found((flaw,))


def _read_ticks(text: str) -> str:
    """Return the ticked options of a row of boxes; the text itself where there are no boxes."""
    if not any(mark in text for mark in _TICKED + _UNTICKED):
        return text
    options = re.findall(rf"([{_TICKED}{_UNTICKED}])\s*([^{_TICKED}{_UNTICKED}]+)", text)
    if not options:
        return text
    return "；".join(name.strip() for mark, name in options if mark in _TICKED)


def _judge_values(rule: ChoiceRule, text: str) -> str | None:
    known = {bare(value): value for value in rule.values} | {
        bare(alias): value for alias, value in rule.aliases.items()
    }
    whole = _identify(text, known)
    if whole:
        return None
    parts = [part for part in _SEPARATOR.split(text) if bare(part)]
    chosen = {value for part in parts if (value := _identify(part, known))}
    mentioned = {value for value in rule.values if bare(value) in bare(text)}
    if len(chosen | mentioned) > 1 and not rule.several:
        return f"选了{len(chosen | mentioned)}项（{'、'.join(sorted(chosen | mentioned))}）"
    if rule.several and parts and all(_identify(part, known) for part in parts):
        return None
    nearest = max(rule.values, key=lambda value: dice(value, text))
    hint = f"，最接近的是“{nearest}”" if dice(nearest, text) > 0 else ""
    return f"“{shorten(text, 20)}”不在可选范围内{hint}"


def _identify(text: str, known: dict[str, str]) -> str | None:
    plain = re.sub(r"^\s*(?:[（(]?\d{1,2}[）).、．]|[A-Ca-c][.、．)])\s*", "", text.strip(" 。.；;"))
    for candidate in (
        plain,
        re.sub(r"[（(][^（）()]*[）)]", "", plain),
        _WRAPPING.sub("", plain),
        plain.strip('（）()【】[]“”"'),
    ):
        if value := known.get(bare(candidate)):
            return value
    return None


def _judge_disciplines(text: str, subject: Subject) -> str | None:
    """Pass a first-level name or code, with names of lower levels beside it or not."""
    disciplines = subject.context.disciplines
    by_name = {bare(one.name): one for one in sorted(disciplines, key=lambda one: -one.level)}
    by_code = {one.code: one for one in disciplines}
    found = _identify_disciplines(text, by_name, by_code)
    if any(one.level == 1 for one in found):
        return None
    if found:
        above = _find_first_level(found[0], by_code)
        return f"“{found[0].name}”是{'二' if found[0].level == 2 else '三'}级学科，所属的一级学科是“{above}”"  # noqa: PLR2004
    return f"“{shorten(text, 20)}”不是这一标准的一级学科"


def _identify_disciplines(text: str, by_name: dict[str, Category], by_code: dict[str, Category]) -> list[Category]:
    plain = unicodedata.normalize("NFKC", text)
    without_code = _CODE.sub(" ", plain)
    whole = _lookup_name(without_code, by_name)
    if whole:
        return [whole]
    parts = [part for part in _SEPARATOR.split(re.sub(r"[()]", " ", without_code)) if bare(part)]
    named = [one for part in parts if (one := _lookup_name(part, by_name))]
    named.extend(
        one for name, one in by_name.items() if one.level == 1 and "、" in one.name and name in bare(without_code)
    )
    if named or parts:
        return named
    codes = (code.replace(".", "") for code in _CODE.findall(plain))
    return [by_code[code] for code in codes if code in by_code]


def _lookup_name(part: str, by_name: dict[str, Category]) -> Category | None:
    plain = part.strip(" 。.；;:：")
    for candidate in (
        plain,
        re.sub(r"\([^()]*\)", "", plain),
        _WRAPPING.sub("", plain).strip(),
        plain.strip('()（）“”"《》'),
    ):
        if bare(candidate) in by_name:
            return by_name[bare(candidate)]
    return None


def _find_first_level(one: Category, by_code: dict[str, Category]) -> str:
    while one.level > 1 and one.parent in by_code:
        one = by_code[one.parent]
    return one.name
