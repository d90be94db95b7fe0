"""Whether a number offered is as good as the number asked for."""

import re
from dataclasses import replace
from typing import Literal

from assistant.checks.coverage.quantities import Measure
from assistant.checks.coverage.units import UNIT, read_unit

Level = Literal["kept", "weaker", "unclear"]
Better = Literal["up", "down", "within"]

_CHANGE = re.compile(
    r"提高|提升|增加|增长|增强|降低|下降|减少|减排|减小|减缓|减污|缩短|削减|消减|节约|节省|节水|升高|压减|提前|改善"
)
_DOWN = re.compile(
    r"误差|偏差|不确定度|噪声(?!比)|检出限|检测限|定量限|下限|损耗|衰减|能耗|热耗|功耗|成本|投资|价格|耗时|延时|延迟|时延|响应时间|"
    r"检测时间|检测周期|采样周期|初始化时间|开始出液时间|测量时间|报警时间|弥散|上升时间|重量(?!密度|储氢)|厚度一致|粗糙度|漂移|抖动|泄漏|泄露|漏率|"
    r"失真|畸变|排放(?!量测)|复发率|误报|漏报|死亡率|致残率|暗电流|暗计数|纹波|背景|串扰|交叉干扰|重复性|稳定[性度]|均匀性|一致性|溶出|面密度|取样量|"
    r"分辨[率力]|精度|准确度|渗漏|脱落率|失效率|故障率|缺陷率|载量|过电势"
)
_UP = re.compile(
    r"率|效率|能力|产能|规模|容量|强度|寿命|带宽|距离|功率|准确|灵敏度|特异性|敏感|通量|速度|速率|面积|数量|浓度|密度|纯度|丰度|品位|长度|"
    r"高度|深度|时间|周期|压力|耐温|耐压|级别|就绪度|读长|产量|比例|程度|年限|增益|频率|位数|通道|覆盖"
)
_INTERVAL = re.compile(r"(?:秒|分钟|min|s|小时|h|天|日|周|月|年)/次")
_RANGE = re.compile(r"范围|频带|频段|波段|区间|波长|频率|能段|温度|可调|覆盖|带宽|粒径|孔径|尺度|电压|海拔")
_STRICT_RANGE = re.compile(r"范围|频带|频段|波段|区间|能段|可调|覆盖")
_PRECISION = re.compile(r"精度|分辨[率力]|检出限|检测限|下限|灵敏度|不确定度|误差|准确度")
_FINENESS = re.compile(r"精度|分辨[率力]|准确度")
"""What is the finer the smaller, unless it is given as a share of right answers or in points."""
_PLAIN_KINDS = frozenset(("", "count", "bit", "像素", "级", "阶"))
_SPATIAL = frozenset(("m", "s", "°", "rad", "m2", "℃", "K", "m-3·mol", "kg·m-3"))
_FINE_SHARE = 0.2
"""A precision given as a share is an error up to here, and a share of right answers above."""
_EQUAL = 1e-6
_CALENDAR = 0.03
"""Months and days, or years and months, are equal up to this share."""
_EACH = re.compile(rf"(?:每|单位)({UNIT})[^，；、]{{0,12}}$")
"""What a number is per, named before it: 每吨二氧化碳不高于280元."""
_REPEATED = re.compile(r"每[^，；、]{0,8}$|各[^，；、]{0,2}$|逐[年月个项]")
"""What is promised for each year, site or partner comes to more than its number."""
_PER = re.compile(r"(?:每|单)?(小时|日|天|年|月|分钟|秒)[\u4e00-\u9fff]{0,8}$")


def compare(asked: Measure, offered: Measure, words: str, before: str = "") -> Level:
    """Say whether what is offered keeps what is asked.

    Args:
        asked: the number of the guide.
        offered: the number of the draft.
        words: the guide's words around its number, which tell whether more or less is better.
        before: the draft's words before its number, where the number lacks what it is per (日处理6000吨).
    """
    offered = _align(asked, offered, before)
    if not are_comparable(asked, offered):
        return "unclear"
    slack = _CALENDAR if asked.unit.kind == "s" and asked.unit.factor != offered.unit.factor else _EQUAL
    better = tell_better(asked, words)
    if better == "within":
        return _compare_ranges(asked, offered, words, slack)
    if better is None:
        return "kept" if _equal(asked.low, offered.low, slack) and offered.upper is None else "unclear"
    goal = asked.high if better == "down" else asked.low
    given = offered.high if better == "down" else offered.low
    if _equal(goal, given, slack):
        return "kept"
    if offered.upper is not None and offered.low < goal < offered.high:
        return "unclear"
    bound = given if better == "up" else -given
    wanted = goal if better == "up" else -goal
    against = offered.comparator in (("<=", "<") if better == "up" else (">=", ">"))
    if bound > wanted:
        return "unclear" if against else "kept"
    repeated = asked.unit.kind == "count" and _REPEATED.search(before) and not re.search(r"[每各]", words)
    return "unclear" if repeated else "weaker"


def tell_better(asked: Measure, words: str) -> Better | None:
    """Return where better lies: `up`, `down`, `within` for a range to be spanned, None where nothing tells."""
    if _INTERVAL.fullmatch(asked.unit.printed) and "频" in words:
        return "down"  # no lower a frequency than one in five minutes is an interval of no more than five
    if asked.comparator == "range":
        counted = asked.unit.kind in ("count", "") or _CHANGE.search(words)
        return "up" if counted else "within"
    if asked.comparator in ("<=", "<"):
        return "down"
    if asked.comparator in (">=", ">"):
        return None if _is_precision(asked, words) else "up"
    if asked.comparator == "=" and asked.unit.kind == "count":
        return "up"
    if _CHANGE.search(words) and asked.unit.kind in ("ratio", "倍", "数量级", "dB"):
        return "up"
    return _tell_by_words(asked, words)


def _tell_by_words(asked: Measure, words: str) -> Better | None:
    down, up = _DOWN.search(words), _UP.search(words)
    if down and _FINENESS.fullmatch(down[0]):
        if asked.unit.kind == "ratio":
            return "down" if asked.low <= _FINE_SHARE else "up"
        return None if asked.unit.kind in _PLAIN_KINDS or "x " in asked.unit.kind else "down"
    if down:
        small = asked.unit.kind != "ratio" or asked.low <= 1 / 2 or "降" in words
        return "down" if small or not up else None
    if re.search(r"灵敏度", words) and asked.unit.kind in _SPATIAL:
        return "down"
    return "up" if up and asked.unit.kind not in ("m", "bit", "s", "℃", "K", "V", "A") else None


def _is_precision(asked: Measure, words: str) -> bool:
    """Say whether 不低于 may mean `no worse than`: a resolution of no less than 10 nm is one of 10 nm or finer."""
    if not _PRECISION.search(words) or _CHANGE.search(words):
        return False
    return asked.low <= _FINE_SHARE if asked.unit.kind == "ratio" else asked.unit.kind in _SPATIAL


def _compare_ranges(asked: Measure, offered: Measure, words: str, slack: float) -> Level:
    if offered.upper is None and offered.comparator != "range":
        return "unclear"
    lower = offered.low <= asked.low or _equal(offered.low, asked.low, slack)
    upper = offered.high >= asked.high or _equal(offered.high, asked.high, slack)
    if lower and upper:
        return "kept"
    narrower = (offered.low >= asked.low or lower) and (offered.high <= asked.high or upper)
    return "weaker" if narrower and _STRICT_RANGE.search(words) and not _PRECISION.search(words) else "unclear"


def _equal(one: float, other: float, slack: float) -> bool:
    return abs(one - other) <= slack * max(abs(one), abs(other))


def are_comparable(asked: Measure, offered: Measure) -> bool:
    """Say whether the two numbers measure the same sort of thing; a bare number may be a count or a share."""
    one, other = asked.unit.kind, offered.unit.kind
    return one == other or {one, other} in ({"", "count"}, {"", "ratio"}, {"", "bit"}, {"", "级"}, {"count", "级"})


def _align(asked: Measure, offered: Measure, before: str) -> Measure:
    """Return the offered number per what the words before it name (日处理, 年产, 每吨水泥)."""
    if are_comparable(asked, offered) or "-1" not in asked.unit.kind:
        return offered
    per = _PER.search(before) or _EACH.search(before)
    if not per:
        return offered
    unit = read_unit(f"{offered.unit.printed}/{per[1]}")
    return replace(offered, unit=unit) if unit.kind == asked.unit.kind else offered


def may_compare(asked: Measure, offered: Measure, before: str) -> bool:
    """Say whether the two numbers can be compared, the time that the words before name included."""
    return are_comparable(asked, _align(asked, offered, before))
