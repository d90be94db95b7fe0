"""Provinces in the names of places and of the bodies that govern them."""

import re

PROVINCES = (
    "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西",
    "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古",
    "广西", "西藏", "宁夏", "新疆", "香港", "澳门",
)  # fmt: skip
"""The 34 divisions of the first level. Source: GB/T 2260."""
CITIES = ("大连", "青岛", "宁波", "厦门", "深圳")
"""The cities with a plan of their own (计划单列市), which apply beside their province."""
CORPS = "新疆生产建设兵团"
_SEPARATE = re.compile(rf"{CORPS}|(?P<city>{'|'.join(CITIES)})(?=市|科)")
_PROVINCE = re.compile("|".join(sorted(PROVINCES, key=len, reverse=True)))


def find_province(name: str) -> str | None:
    """Return the province, city or corps that a name stands for; None where it names none."""
    apart = _SEPARATE.search(name)
    if apart:
        return f"{apart['city']}市" if apart["city"] else CORPS
    found = _PROVINCE.search(name)
    return found.group() if found else None
