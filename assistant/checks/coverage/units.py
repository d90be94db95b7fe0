"""Units of measurement: what a printed unit measures, and by which factor it differs from the common one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_DAY = 86_400.0
_YEAR = 365.25 * _DAY


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, with what it means."""

    printed: str
    """As in the text; empty for a bare number."""
    kind: str
    """What is measured, in base units such as `m2·s-1`; `count` for measure words, empty for a bare number."""
    factor: float
    """By this a value is multiplied to give base units."""


_PREFIXES = {
    "f": 1e-15, "p": 1e-12, "n": 1e-9, "μ": 1e-6, "u": 1e-6, "m": 1e-3, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9,
    "T": 1e12, "P": 1e15,
}  # fmt: skip
_PREFIXABLE: dict[str, tuple[str, float]] = {
    "m": ("m", 1), "g": ("kg", 1e-3), "s": ("s", 1), "A": ("A", 1), "V": ("V", 1), "W": ("W", 1), "J": ("J", 1),
    "N": ("N", 1), "Pa": ("Pa", 1), "Hz": ("Hz", 1), "Ω": ("Ω", 1), "F": ("F", 1), "H": ("H", 1), "C": ("C", 1),
    "pa": ("Pa", 1),
    "L": ("m3", 1e-3), "l": ("m3", 1e-3), "mol": ("mol", 1), "eV": ("eV", 1), "Wh": ("J", 3600), "bar": ("Pa", 1e5),
    "bit": ("bit", 1), "bits": ("bit", 1), "b": ("b", 1), "B": ("byte", 1), "bp": ("bp", 1), "Bq": ("Bq", 1),
    "Gy": ("Gy", 1), "Sv": ("Sv", 1), "lm": ("lm", 1), "lx": ("lx", 1), "cd": ("cd", 1), "rad": ("rad", 1),
    "sr": ("sr", 1), "Sa": ("Sa", 1), "cps": ("cps", 1), "Vpp": ("Vpp", 1), "Vrms": ("Vrms", 1), "amu": ("amu", 1),
    "Da": ("amu", 1), "deg": ("°", 1), "T": ("T", 1), "SL": ("SL", 1), "LUTs": ("LUTs", 1), "tps": ("tps", 1),
    "TPS": ("tps", 1), "VA": ("W", 1), "var": ("var", 1), "Ah": ("C", 3600), "Wp": ("Wp", 1), "cells": ("count", 1),
    "dB": ("dB", 1),
}  # fmt: skip
"""Units that take a prefix: base units and the factor to them."""
_NAMED_PREFIXES = {"纳": 1e-9, "微": 1e-6, "毫": 1e-3, "千": 1e3, "兆": 1e6, "吉": 1e9}
_NAMED: dict[str, tuple[str, float]] = {
    "米": ("m", 1), "克": ("kg", 1e-3), "秒": ("s", 1), "安": ("A", 1), "伏": ("V", 1), "瓦": ("W", 1),
    "瓦时": ("J", 3600), "焦": ("J", 1), "焦耳": ("J", 1), "牛": ("N", 1), "帕": ("Pa", 1), "赫": ("Hz", 1),
    "赫兹": ("Hz", 1), "欧": ("Ω", 1), "升": ("m3", 1e-3), "摩尔": ("mol", 1), "字节": ("byte", 1), "比特": ("bit", 1),
    "巴": ("Pa", 1e5), "伏安": ("W", 1), "安时": ("C", 3600),
}  # fmt: skip
_PLAIN: dict[str, tuple[str, float]] = {
    "%": ("ratio", 1e-2), "％": ("ratio", 1e-2), "wt%": ("ratio", 1e-2), "vol%": ("ratio", 1e-2),
    "mol%": ("ratio", 1e-2), "at%": ("ratio", 1e-2), "%RSD": ("ratio", 1e-2), "%ee": ("ratio", 1e-2),
    "%obs": ("ratio", 1e-2), "%RH": ("RH", 1), "个百分点": ("ratio", 1e-2), "百分点": ("ratio", 1e-2),
    "‰": ("ratio", 1e-3), "ppm": ("ratio", 1e-6), "ppb": ("ratio", 1e-9), "ppt": ("ratio", 1e-12),
    "℃": ("℃", 1), "摄氏度": ("℃", 1), "K": ("K", 1), "°": ("°", 1), "度": ("°", 1),
    "cm": ("m", 1e-2), "dm": ("m", 1e-1), "厘米": ("m", 1e-2), "公里": ("m", 1e3), "里": ("m", 500),
    "公斤": ("kg", 1), "吨": ("kg", 1e3), "t": ("kg", 1e3), "公顷": ("m2", 1e4), "亩": ("m2", 2000 / 3),
    "平方米": ("m2", 1), "平方公里": ("m2", 1e6), "平方千米": ("m2", 1e6), "平方厘米": ("m2", 1e-4),
    "平方毫米": ("m2", 1e-6), "立方米": ("m3", 1), "立方厘米": ("m3", 1e-6), "方": ("m3", 1),
    "h": ("s", 3600), "小时": ("s", 3600), "个小时": ("s", 3600), "min": ("s", 60), "分钟": ("s", 60), "分": ("s", 60),
    "d": ("s", _DAY), "天": ("s", _DAY), "日": ("s", _DAY), "周": ("s", 7 * _DAY), "个月": ("s", _YEAR / 12),
    "月": ("s", _YEAR / 12), "年": ("s", _YEAR), "a": ("s", _YEAR), "个季度": ("s", _YEAR / 4), "千米": ("m", 1e3),
    "元": ("元", 1), "元人民币": ("元", 1), "人民币": ("元", 1), "美元": ("美元", 1), "倍": ("倍", 1),
    "数量级": ("数量级", 1), "个数量级": ("数量级", 1), "级": ("级", 1), "阶": ("阶", 1), "dB(A)": ("dB(A)", 1),
    "dBA": ("dB(A)", 1), "分贝": ("dB", 1), "dBm": ("dBm", 1), "LMH": ("LMH", 1), "ee": ("ee", 1),
    "摩": ("mol", 1), "度电": ("J", 3.6e6), "千瓦时": ("J", 3.6e6), "帧": ("帧", 1), "nt": ("bp", 1), "碱基": ("bp", 1),
    "copies": ("拷贝", 1), "拷贝": ("拷贝", 1), "grids": ("count", 1), "LSB": ("LSB", 1), "BPM": ("BPM", 1),
    "amuMS": ("amu", 1), "M碱基": ("bp", 1e6), "像素": ("像素", 1), "GDT_TS": ("GDT", 1), "rpm": ("rpm", 1),
}  # fmt: skip
_COUNTERS = frozenset((
    "项", "个", "台", "套", "种", "类", "件", "部", "份", "篇", "家", "例", "人", "名", "次", "条", "处", "座", "款",
    "支", "组", "型", "株", "张", "所", "颗", "枚", "册", "对", "门", "期", "只", "辆", "艘", "架", "本", "幅", "场",
    "批", "户", "位", "片", "块", "根", "路", "通道", "节点", "点", "样本", "测试", "笔", "圈", "代", "列", "人次",
    "步", "轮", "层", "道", "单元", "机型", "版", "国", "国家", "颜色通道", "门诊量", "维", "头", "羽", "尾", "台套",
    "省", "市", "县", "地", "城市", "行业", "企业", "医院", "领域", "单位", "届",
    "台/套", "台（套）", "台(套)", "套（台）", "项/台", "项（套）", "项(套)", "台套（种）", "种（类）", "类（个）",
    "款/套", "个/套", "台（件）", "件（套）", "项（件）", "件（项）", "项/件", "件/项",
))  # fmt: skip
_NAMES = frozenset((*_NAMED, *(prefix + name for prefix in _NAMED_PREFIXES for name in _NAMED), *_PLAIN, *_COUNTERS))


def _spell(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_PREFIXED = rf"[fpnμumkKMGTP]?(?:{_spell(_PREFIXABLE)})"
_LATIN = rf"(?:(?:{_PREFIXED}|{_spell(name for name in _PLAIN if name.isascii())})(?![A-Za-z]))"
_CHINESE = _spell(name for name in _NAMES if not (name.isascii() and name.isalpha()))
_ATOM = rf"(?:√?(?:{_CHINESE}|{_LATIN})(?:\^?[-⁻]?[1-4²³¹⁴](?![\d.]))?)"
UNIT = rf"{_ATOM}(?:·{_ATOM}|(?:\s?/\s?|每)(?:\d+(?:\.\d+)?\s?)?{_ATOM})*"
"""Regular expression for a unit directly behind its number."""
_PART = re.compile(rf"\s?(·|/|每)?\s?(\d+(?:\.\d+)?)?\s?({_ATOM})")
_EXPONENTS = str.maketrans({"²": "2", "³": "3", "¹": "1", "⁴": "4", "⁻": "-", "^": ""})


@lru_cache(maxsize=2048)
def read_unit(printed: str) -> Unit:
    """Return what a printed unit means; one that is not known measures something of its own name."""
    text = printed.strip()
    if not text:
        return Unit("", "", 1.0)
    if text in _COUNTERS:
        return Unit(text, "count", 1.0)
    factor, powers, end = 1.0, dict[str, int](), 0
    for part in _PART.finditer(text):
        if part.start() != end:
            break
        sign = -1 if part[1] in ("/", "每") else 1
        name, scale, exponent = _read_atom(part[3])
        factor *= scale**sign * (float(part[2]) ** sign if part[2] else 1.0)
        powers[name] = powers.get(name, 0) + sign * exponent
        end = part.end()
    if end < len(text):
        return Unit(text, text.lower(), 1.0)
    return Unit(text, _name_kind(powers), factor)


def _read_atom(atom: str) -> tuple[str, float, int]:
    """Return base unit, factor to it and exponent of one part of a unit."""
    for name, tail in _possible_splits(atom.removeprefix("√")):
        known = _find(name)
        if known:
            exponent = int(tail.translate(_EXPONENTS)) if tail else 1
            base, scale = known
            width = int(base[-1]) if base in ("m2", "m3") else 1
            return (base[0] if width > 1 else base), scale**exponent, exponent * width
    return atom, 1.0, 1


def _possible_splits(atom: str) -> list[tuple[str, str]]:
    """Return the atom whole, then with its exponent apart."""
    split = re.fullmatch(r"(.+?)(\^?[-⁻]?[1-4²³¹⁴])", atom)
    return [(atom, ""), (split[1], split[2])] if split else [(atom, "")]


@lru_cache(maxsize=1024)
def _find(name: str) -> tuple[str, float] | None:
    if name in _PLAIN:
        return _PLAIN[name]
    if name in _COUNTERS:
        return "count", 1.0
    if name in _PREFIXABLE:
        return _PREFIXABLE[name]
    if name in _NAMED:
        return _NAMED[name]
    if name[:1] in _PREFIXES and name[1:] in _PREFIXABLE:
        base, scale = _PREFIXABLE[name[1:]]
        return base, scale * _PREFIXES[name[0]]
    if name[:1] in _NAMED_PREFIXES and name[1:] in _NAMED:
        base, scale = _NAMED[name[1:]]
        return base, scale * _NAMED_PREFIXES[name[0]]
    return None


def _name_kind(powers: dict[str, int]) -> str:
    left = {name: power for name, power in powers.items() if power and name != "ratio"}
    if not left:
        return "ratio"
    return "·".join(f"{name}{power if power != 1 else ''}" for name, power in sorted(left.items()))
