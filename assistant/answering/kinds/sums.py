"""Figures computed from several sentences of a notice: products, sums and differences of what the question names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.asked.question import Inquiry
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.readings import Slot, find_slots_of, read_programme
from assistant.answering.sentences.units import Unit
from assistant.text import normalise

_SUM = re.compile(r"合计|一共|总共|加起来|加在一起|相加|总和|总计|总数|共计")
_LEAST_MOST = re.compile(r"最少.{0,8}最多|最多.{0,8}最少")
_DIFFERENCE = re.compile(r"差(?:了|额|距)?(?:多少|几)|相差|多(?:了|出)?多少|少(?:了)?多少|差多少")
_NUMERALS = "零一二三四五六七八九十"
_NUMBER = r"(\d{1,3}|[一二两三四五六七八九十])"
_COUNTED = re.compile(rf"{_NUMBER}(?:个|大|类|种)(?:技术|科技)?(领域|类别|问题|方向|类|大类)?")
_EACH = re.compile(
    r"(?:每个?|各)(?:技术|科技)?(领域|类别|类)?[^，。；,;]{0,12}?(\d+)(?:[-~—～至](\d+))?(个|项|篇|家|名|人)"
)
_RANGE_EACH = re.compile(r"([^，。；,;]*?)各(\d+)(?:[-~—～至](\d+))?(个|项)")
_ITEMS = re.compile(r"、|和|与|及|以及|跟|,")
_VALUE = re.compile(r"(?:不超过|不多于|至多|限|≤)?(\d+)(字|万元|亿元|项|个|家|页|人)")
_MONEY = re.compile(r"(\d+(?:\.\d+)?)(亿|万)元")
_MEASURES = {"字": r"多少(?:个)?字|几个?字|字数", "项": r"几项|多少项", "个": r"几个|多少个", "页": r"几页|多少页"}
_WAN = 10_000
_TWO = 2
_LABEL_SHARE = 0.5
"""Share of a blank's label, by weight, that an item of the question must repeat."""


@dataclass(frozen=True, slots=True)
class _Operand:
    name: str
    value: int
    unit: Unit


def claim_sums(inquiry: Inquiry, corpus: Corpus) -> list[Claim]:
    """Return the computed figure; empty where the question asks for none or an operand is missing."""
    text = inquiry.text
    if inquiry.compares or inquiry.scope.missing:
        return []
    if _DIFFERENCE.search(text):
        return list(_subtract(inquiry, corpus))
    if not (_SUM.search(text) or _LEAST_MOST.search(text)):
        return []
    return list(_multiply(inquiry, corpus)) or list(_add(inquiry, corpus))


def _multiply(inquiry: Inquiry, corpus: Corpus) -> Iterator[Claim]:
    """Yield the product of a count that the question names and of what the notice lays down for each."""
    counts = {(_to_int(number), noun) for number, noun in _COUNTED.findall(inquiry.text) if noun}
    for programme in inquiry.scope.programmes if counts else ():
        own = [corpus.units[place] for place in corpus.own[programme.id]]
        rules = [(unit, match) for unit in own if (match := _EACH.search(unit.plain)) and unit.kind != "row"]
        for count, noun in sorted(counts):
            fitting = [(unit, match) for unit, match in rules if match[1] == noun]
            total = next((unit for unit in own if re.search(rf"(?<!\d){count}个\w{{0,4}}{noun}", unit.plain)), None)
            rated = [(_rate(unit, inquiry, corpus), unit, match) for unit, match in fitting]
            best = max(rated, default=None, key=lambda one: one[0])
            if total is None or best is None or (_LEAST_MOST.search(inquiry.text) and not best[2][3]):
                continue
            yield Claim(
                programmes=(programme.id,),
                text=_say_product(count, noun, best[2]),
                units=(total, best[1]),
                derived=True,
            )
            return
        yield from _multiply_listed(programme.id, own, {count for count, _ in counts}, inquiry, corpus)


def _multiply_listed(
    programme: str, own: Sequence[Unit], counts: set[int], inquiry: Inquiry, corpus: Corpus
) -> Iterator[Claim]:
    """Yield the product for a sentence that lists what is meant before 各 (A、B和C各3-5个)."""
    found = [(unit, match) for unit in own if (match := _RANGE_EACH.search(unit.plain)) and unit.kind == "prose"]
    for unit, match in found:
        listed = [item for item in re.split(r"、|和", match[1]) if item]
        if len(listed) in counts and _rate(unit, inquiry, corpus) > 0:
            low, high = int(match[2]) * len(listed), int(match[3] or match[2]) * len(listed)
            said = f"{low}{match[4]}" if low == high else f"{low}至{high}{match[4]}"
            printed = f"各{match[2]}" + (f"-{match[3]}" if match[3] else "") + match[4]
            text = f"{len(listed)}类{printed}，合计{said}"
            yield Claim(programmes=(programme,), text=text, units=(unit,), derived=True)
            return


def _say_product(count: int, noun: str, match: re.Match[str]) -> str:
    low, high, unit = int(match[2]), int(match[3] or match[2]), match[4]
    if low == high:
        return f"{count}个{noun}，每个{low}{unit}，合计{count * low}{unit}"
    return f"最少{count * low}{unit}，最多{count * high}{unit}（{count}个{noun}，每个{low}-{high}{unit}）"


def _add(inquiry: Inquiry, corpus: Corpus) -> Iterator[Claim]:
    """Yield the sum of the limits of the blanks that the question lists."""
    measure = next((unit for unit, asks in _MEASURES.items() if re.search(asks, inquiry.text)), None)
    if measure is None:
        return
    for programme in inquiry.scope.programmes:
        own = [corpus.units[place] for place in corpus.own[programme.id] if corpus.units[place].kind == "form"]
        operands: dict[str, _Operand] = {}
        pieces = [piece for piece in _ITEMS.split(re.sub(r"\([^)]*\)", "", inquiry.text)) if piece]
        for piece in pieces:
            operand = _find_operand(piece, own, measure, corpus)
            if operand is not None:
                operands.setdefault(operand.name, operand)
        if len(operands) >= _TWO:
            total = sum(one.value for one in operands.values())
            said = "、".join(f"{one.name}{one.value}{measure}" for one in operands.values())
            yield Claim(
                programmes=(programme.id,),
                text=f"合计最多{total}{measure}（{said}）",
                units=tuple(one.unit for one in operands.values()),
                derived=True,
            )
            return


def _find_operand(piece: str, own: Sequence[Unit], measure: str, corpus: Corpus) -> _Operand | None:
    asked = set(pairs_of(piece))
    best: tuple[float, _Operand | None] = (0.0, None)
    for unit in own:
        label = {pair: corpus.weigh(pair) for pair in pairs_of(unit.label)}
        share = sum(weight for pair, weight in label.items() if pair in asked) / (sum(label.values()) or 1)
        value = next((int(number) for number, of in _VALUE.findall(unit.plain) if of == measure), None)
        if value is not None and share >= max(_LABEL_SHARE, best[0] + 0.01):
            best = (share, _Operand(unit.label, value, unit))
    return best[1]


def _subtract(inquiry: Inquiry, corpus: Corpus) -> Iterator[Claim]:
    """Yield the difference of one sum of money of two guides that the question names."""
    guides = [one for one in inquiry.scope.programmes if one.directions]
    text = inquiry.text
    for name in sorted(inquiry.scope.words, key=len, reverse=True):
        text = text.replace(name, "|")
    each = re.search(r"单个|每个?|一个", text) is not None
    slots = [slot for slot, _ in find_slots_of(text)] if not each else list(_slots_each())
    if len(guides) != _TWO or not inquiry.scope.named or not slots:
        return
    read = [read_programme(slots[0], one, corpus, youth="青年" in text) for one in guides]
    sums = [_MONEY.search(normalise(one.text)) if one else None for one in read]
    first, second = sums
    if first is None or second is None or read[0] is None or read[1] is None:
        return
    values = [float(match[1]) * (_WAN if match[2] == "亿" else 1) for match in (first, second)]
    apart = abs(values[0] - values[1])
    said = f"{apart / _WAN:.10g}亿元" if apart >= _WAN else f"{apart:.10g}万元"
    for one, reading in zip(guides, read, strict=True):
        if reading is not None:
            yield Claim(programmes=(one.id,), text=reading.text, units=reading.units)
    yield Claim(programmes=(), text=f"两者相差{said}", units=(*read[0].units, *read[1].units), derived=True)


def _slots_each() -> Iterator[Slot]:
    return (slot for slot, _ in find_slots_of("每个项目多少钱"))


def _rate(unit: Unit, inquiry: Inquiry, corpus: Corpus) -> float:
    return sum(corpus.weigh(pair) for pair in set(pairs_of(unit.searched)) if pair in inquiry.text)


def _to_int(number: str) -> int:
    return int(number) if number.isdigit() else _NUMERALS.index(number.replace("两", "二"))
