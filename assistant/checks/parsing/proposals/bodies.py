"""Names of ministries and local bodies: which is the same, which stands for a province or for a kind of body."""

import re

from assistant.checks.parsing.names import narrow
from assistant.text import bare

_SAME = (
    ("工业和信息化部", "工信部"),
    ("住房和城乡建设部", "住建部", "城乡建设部"),
    ("国家市场监督管理总局", "市场监督管理总局", "市场监管总局", "国家市场监管总局", "市监总局"),
    ("国家标准化管理委员会", "国家标准委"),
    ("国家药品监督管理局", "国家药监局", "药监局", "药品监督管理局"),
    ("国务院国有资产监督管理委员会", "国务院国资委", "国资委", "国有资产监督管理委员会"),
    ("最高人民法院", "最高法"),
    ("最高人民检察院", "最高检"),
    ("交通运输部", "交通部"),
    ("应急管理部", "应急部"),
    ("国家卫生健康委员会", "国家卫生健康委", "国家卫健委", "卫健委", "卫生健康委员会"),
    ("海关总署", "中国海关总署"),
    ("科学技术部", "科技部"),
    ("自然资源部",),
    ("农业农村部",),
    ("公安部",),
    ("司法部",),
)
_PROVINCE = re.compile(
    r"省|自治区|兵团|(?:北京|天津|上海|重庆|大连|青岛|宁波|厦门|深圳)市?|^(?:内蒙古|广西|西藏|宁夏|新疆)"
)
_LOCAL = re.compile(r"[\u4e00-\u9fff]{2,}(?:市|州|盟|区|县)")
_LOCAL_ORGAN = re.compile(r"[厅局委](?:$|[（(])|委员会|政府|管委会")
_KINDS = (
    (
        re.compile(r"科技(?:主管|管理|行政)?部门|科学技术"),
        r"科技厅|科学技术厅|科技局|科学技术局|科委|科学技术委员会|科技(?:主管|行政|管理)部门|科技创新(?:局|委)",
    ),
    (
        re.compile(r"政法"),
        r"政法委|政法机关|政法部门|公安[厅局]|高级人民法院|中级人民法院|法院|检察院|司法[厅局]|公检法",
    ),
)


def is_same_body(one: str, other: str) -> bool:
    """Say whether two names are one body's; an office inside it counts as the body."""
    left, right = _fold(one), _fold(other)
    return left == right or (len(left) > 2 and left.startswith(right)) or (len(right) > 2 and right.startswith(left))  # noqa: PLR2004 - a name


def is_provincial(name: str) -> bool | None:
    """Say whether the name is a province's body; None where it is a local one whose rank its name does not tell."""
    plain = narrow(name)
    if _PROVINCE.search(plain) and _LOCAL_ORGAN.search(plain):
        return True
    return None if _LOCAL.search(plain) and _LOCAL_ORGAN.search(plain) else False


def describe_body(words: str) -> str:
    """Return a regular expression for the bodies that words of a guide stand for (地方科技主管部门, 政法机关)."""
    return next((pattern for kind, pattern in _KINDS if kind.search(words)), re.escape(words))


def _fold(name: str) -> str:
    plain = bare(re.sub(r"[（(][^（）()]*[）)]", "", name)).removeprefix("中华人民共和国")
    for whole, *others in _SAME:
        for alias in sorted((whole, *others), key=len, reverse=True):
            if plain.startswith(alias):
                return whole + plain[len(alias) :]
    return plain
