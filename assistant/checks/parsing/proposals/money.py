"""The money of a proposal: what is asked of the state, and what comes from elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.proposals.funds import Amount, Fund, read_columns

_SCALE = {"亿元": 10_000.0, "亿": 10_000.0, "千万元": 1_000.0, "百万元": 100.0, "万元": 1.0, "万": 1.0, "元": 0.0001}
_AMOUNT = re.compile(
    r"(?<![\d.])(?<!\d:)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>亿元|千万元|"
    r"百万元|万元|亿|万|元)?(?:人民币)?(?![\d.年月日%％家项个名]|:\d)"
)
_LABELS: tuple[tuple[Fund, re.Pattern[str]], ...] = (
    ("foreign", re.compile(r"(?:外方|境外|国外|合作方)\S{0,4}(?:投入|经费|配套|出资|资金)")),
    ("total", re.compile(
r"(?:^|[,。;])(?:项目)?预算|(?:项目)?总(?:经费|投入|投资|预算|概算|额|计)|(?:经费|预算|"
r"投资)总[额计]|合\s*计|总\s*计"
)),
    ("local", re.compile(r"(?:地方|省级?|市级?|区级?|县级?|省市|自治区)(?:财政|政府|配套|科技)\S{0,8}")),
    ("central", re.compile(
        r"国拨\S{0,4}|中央\s*财政\S{0,6}|国家(?:财政|专项|拨款)\S{0,4}|(?:申请|拟申请)?专项(?:经费|"
        r"资金|拨款)|申请(?:国家|财政)?(?:经费|资金|拨款)|财政拨款|财政经费"
    )),
    ("unit", re.compile(
        r"(?:单位|企业|公司|依托单位|承担单位|牵头单位|申报单位|参与单位|社会|银行|"
        r"金融)\S{0,6}?(?:自筹|出资|投入|配套|资金|经费|贷款|提供|承担)\S{0,4}"
    )),
    ("other", re.compile(r"配套\S{0,4}|其他\S{0,2}(?:经费|来源|资金|投入)|其他|自筹\S{0,4}|自有资金")),
)  # fmt: skip
_INSIDE = re.compile(r"其中|包括|包含|含|由[^,。;]{0,20}组成|[(]")
_ALL_CENTRAL = re.compile(
    r"(?:全部|均|全额|全都|皆)(?:为|由|是|使用|来自|申请|系)?[^,。;]{0,6}(?:国拨|中央财政|"
    r"专项经费|财政拨款)|(?:无|没有|不设|不申请|不需要?|不再|未(?:落实|安排|提供)?|不含|不安排)[^,。;]{0,6}(?:配套|"
    r"自筹|其他)(?:经费|资金|来源)?|(?:配套|自筹|其他)(?:经费|资金|来源)[^,。;\d]{0,4}(?:无|为零|"
    r"为0|0\s*万?元)"
)
_RATIO = re.compile(
    r"(?P<upper>配套|自筹|其他|地方)[^,。;:]{0,24}?(?:与|和|对|"
    r"[:/])\s*(?:申请)?(?:的)?(?P<lower>国拨|中央财政|国家财政|"
    r"专项)[^,。;\d]{0,16}?(?P<a>\d+(?:\.\d+)?)\s*(?:[:∶/]|比)\s*(?P<b>\d+(?:\.\d+)?)"
)
_LOWER_FIRST = re.compile(
    r"(?P<lower>国拨|中央财政|国家财政|专项)[^,。;:\d]{0,12}(?:与|和|对|[:/])\s*(?P<upper>配套|"
    r"自筹|其他|地方)[^,。;\d]{0,16}?"
    r"(?P<b>\d+(?:\.\d+)?)\s*(?:[:∶/]|比)\s*(?P<a>\d+(?:\.\d+)?)"
)
_PAYER = re.compile(r"(?:单位|企业|公司|大学|学院|研究[院所]|集团|医院|厂|院|所)$")
"""A unit's name right before an amount that no label tells of."""
_UNIT_NOTE = re.compile(r"单位\s*[:：]?\s*(?P<unit>亿元|万元|元)|[(]\s*(?P<noted>亿元|万元|元)\s*[)]")
_BRACKETS = re.compile(r"[(][^()]*[)]")
_NEAR = 0.5
"""Amounts in 万元 that differ by less are the same."""


@dataclass(frozen=True, slots=True)
class Money:
    """What a field says of money."""

    amounts: tuple[Amount, ...] = ()
    all_central: bool = False
    """True where the text says that the state pays all, or that there are no other funds."""
    ratio: tuple[str, float] | None = field(default=None)
    """Upper side and value of a ratio to the state's money that the text states."""

    def find(self, fund: Fund) -> float | None:
        """Return the first amount for that fund in 万元; None where none is stated."""
        return next((one.wan_yuan for one in self.amounts if one.fund == fund), None)

    @property
    def central(self) -> float | None:
        """What is asked of the state, in 万元."""
        stated = self.find("central")
        return self.find("total") if stated is None and self.all_central else stated

    @property
    def local(self) -> float | None:
        """Local finance of all levels, in 万元."""
        listed = [one for one in self.amounts if one.fund == "local"]
        loose = [one.wan_yuan for one in listed if not one.inside]
        return sum(loose or [one.wan_yuan for one in listed]) if listed else None

    @property
    def others(self) -> float | None:
        """Everything besides the state's money in 万元, parts of an amount not counted twice; None if not stated."""
        whole = self.find("other")
        parts = [one for one in self.amounts if one.fund in {"local", "unit"}]
        if whole is None and not parts:
            return self._rest()
        outside = sum(one.wan_yuan for one in parts if not one.inside)
        if whole is None:
            return outside
        return whole if self._repeats(whole, outside) else whole + outside

    def _repeats(self, whole: float, outside: float) -> bool:
        """Say whether the parts beside the whole are its own: the total tells, else that several of them make it up."""
        total, central = self.find("total"), self.central
        if total is not None and central is not None and abs(total - central - whole - outside) < _NEAR:
            return False
        place = next(place for place, one in enumerate(self.amounts) if one.fund == "other")
        behind = [one for one in self.amounts[place:] if one.fund in {"local", "unit"} and not one.inside]
        return len(behind) > 1 and abs(outside - whole) < _NEAR

    @property
    def others_besides_local(self) -> float | None:
        """Other funds without local finance, in 万元."""
        whole, local = self.find("other"), self.local
        units = sum(one.wan_yuan for one in self.amounts if one.fund == "unit" and not one.inside)
        inside = any(one.fund == "local" and one.inside for one in self.amounts)
        if whole is not None:
            return whole - (local or 0.0) if inside else whole + units
        if units:
            return units
        rest = self._rest()
        return None if rest is None else rest - (local or 0.0)

    def _rest(self) -> float | None:
        if self.all_central:
            return 0.0
        total, central = self.find("total"), self.central
        if total is None or central is None:
            return None
        return 0.0 if abs(total - central) < _NEAR else total - central


def read_money(text: str) -> Money:
    """Return the amounts of a field, in prose or in rows of a table."""
    folded = narrow(text)
    note = _UNIT_NOTE.search(folded)
    default = (note["unit"] or note["noted"]) if note else None
    lines = folded.split("\n")
    columns = read_columns(lines, _find_fund, _SCALE[default or "万元"])
    amounts = columns or tuple(amount for line in lines for amount in _read_line(line, default))
    ratio = _RATIO.search(folded) or _LOWER_FIRST.search(folded)
    stated = (ratio["upper"], float(ratio["a"]) / float(ratio["b"])) if ratio and float(ratio["b"]) else None
    return Money(amounts, bool(_ALL_CENTRAL.search(folded)), stated)


def _read_line(line: str, default: str | None) -> Iterator[Amount]:
    """Yield the amounts of a line; of a table's row only the first, which is the sum of those behind it."""
    row = "\t" in line
    start, last, parent = 0, None, None
    for found in _AMOUNT.finditer(line):
        unit = found["unit"] or default
        if unit is None or (found["unit"] is None and not row):
            continue
        between, start = line[start : found.start()], found.end()
        parent = _follow(parent, last, between)
        fund, label = _find_label(_BRACKETS.sub("", between))
        fund = fund or (None if row and last else _find_after(line[start:]) or _find_payer(between, last))
        if fund is None:
            continue
        wan = float(found["number"].replace(",", "")) * _SCALE[unit]
        inside = parent in {"other", fund}
        yield Amount(fund, wan, f"{label}{found[0]}", inside and fund in {"local", "unit", "other"})
        last = fund


def _follow(parent: Fund | None, last: Fund | None, between: str) -> Fund | None:
    """Return the fund whose parts are being named: 其中 and an open bracket begin them, a full stop ends them."""
    plain = _BRACKETS.sub("", between)
    if re.search(r"[。;)]", plain):
        parent = None
    return last if _INSIDE.search(plain) else parent


def _find_label(text: str) -> tuple[Fund | None, str]:
    """Return the fund of the label nearest to the amount, and the label; labels run together are one."""
    found = sorted(
        (match.start(), match.end(), rank)
        for rank, (_, pattern) in enumerate(_LABELS)
        for match in pattern.finditer(text)
    )
    clusters: list[list[tuple[int, int, int]]] = []
    for one in found:
        if clusters and one[0] <= max(end for _, end, _ in clusters[-1]):
            clusters[-1].append(one)
        else:
            clusters.append([one])
    if not clusters:
        return None, ""
    nearest = clusters[-1]
    return _LABELS[min(rank for _, _, rank in nearest)][0], text[nearest[0][0] :].strip(" ,:\t为")


def _find_after(text: str) -> Fund | None:
    """1600万元由企业自筹, 800万元为国拨经费."""
    head = re.match(r"[(]?(?:为|由|来自|系|是|属)[^,。;\d]{0,16}", text)
    return _find_label(head[0])[0] if head else None


def _find_payer(between: str, last: Fund | None) -> Fund | None:
    """配套经费由甲单位600万元、乙单位400万元承担: the later amounts are of the same sort."""
    same = last in {"other", "unit", "local"}
    return "unit" if same and _PAYER.search(between.strip(" ,、:;和及与")) else None


def _find_fund(cell: str) -> Fund | None:
    return _find_label(cell)[0]
