"""The units that recommend a proposal."""

import re

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.proposals.entries import NOTHING, cut_brackets, split_outside
from assistant.text import bare

_JOINED = (
    "北京市科学技术委员会、中关村科技园区管理委员会",
    "北京市科委、中关村管委会",
)
"""Names of one body that hold a mark which elsewhere stands between two."""
_END = re.compile(
    r"(?:部|厅|局|委员会|委|院|总局|署|办公室|科协|协会|学会|联合会|集团|公司|政府|兵团|中心|联盟|"
    r"基金会|大学|研究会|检察院|法院|(?:部|委|局|署|院)[\u4e00-\u9fff]{2,8}司|司令部|学部|党校)$"
)
_DEED = re.compile(r"^(?:由|经|通过)|(?:联合|共同)?(?:推荐|组织)(?:申报|报送|单位)?$|^推荐(?:单位|部门)\s*[:为]?|等$")
_TAIL = 40
"""Characters at the end of a name that hold its last word and what was done with it."""
_AND = re.compile(r"以及|[和与及]")
_NUMBER = re.compile(r"^\s*(?:[(]?\d{1,2}[).、]\s*|[①-⑳]\s*)")


def list_recommenders(text: str) -> list[str]:
    """Return the recommending units of a field, in order, each once; empty where it names none.

    工业和信息化部 is one unit although 和 stands in it: two units are joined by 和 only where both ends are bodies'.
    """
    folded = narrow(text)
    for name in _JOINED:
        folded = folded.replace(name, name.replace("、", "〇"))
    found: dict[str, str] = {}
    for piece in split_outside(folded, "、,，;；\n\t/"):
        if NOTHING.fullmatch(piece):
            continue
        for part in _split_and(cut_brackets(_NUMBER.sub("", piece))[0]):
            name = _DEED.sub("", _DEED.sub("", part.strip(" .。"))).strip().replace("〇", "、")
            if len(bare(name)) > 1 and (_END.search(name) or not found):
                found.setdefault(bare(name), name)
    return list(found.values())


def _split_and(text: str) -> list[str]:
    parts, start = list[str](), 0
    for found in _AND.finditer(text):
        head, tail = text[start : found.start()], text[found.end() :]
        if len(tail) > 2 and _ends_as_body(head) and _ends_as_body(_DEED.sub("", tail[-_TAIL:])):  # noqa: PLR2004 - a name
            parts.append(head)
            start = found.end()
    return [*parts, text[start:]]


def _ends_as_body(text: str) -> bool:
    return bool(_END.search(text[-_TAIL:]))
