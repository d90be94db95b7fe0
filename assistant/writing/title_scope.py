"""How narrow a title is beside the nearest discipline, and what could make it narrower."""

import re

from assistant.domain.catalogue import Angle, Catalogue
from assistant.writing.title_extras import find_category
from assistant.writing.title_parts import TitleParts

_SCALE = re.compile(
    r"纳米|微米|毫米|厘米|千米|公里|原子|分子|单细胞|介观|微观|宏观|超大|大型|微型|尺度|[\d一二三四五六七八九十百千万]+级|\d"
)
_CONDITION = re.compile(
    r"(?:条件|环境|工况|背景|胁迫|载荷|场景)|(?:高|低|超|变)(?:温|压|速|寒|湿|盐)|深部|深海|极端|复杂"
)
_TARGET = re.compile(r"高效|低成本|长寿命|高精度|高性能|安全|稳定|快速|精准|早期|绿色|低碳")


def describe_scope(parts: TitleParts, catalogue: Catalogue, angle: Angle | None, *, broad: bool) -> str:
    """Return in Chinese which discipline is nearest, whether the title is as wide, and what it does not name yet."""
    named = find_category(parts.topic, catalogue.disciplines)
    nearest = named or next((one for one in catalogue.disciplines if angle and one.code == angle.code), None)
    discipline = f"最近的学科是“{nearest.name}”（GB/T 13745 {nearest.code}）" if nearest else "没有找到相近的学科"
    width = "题目与学科、行业的名称差不多宽" if broad else "题目比学科窄" if nearest else "宽窄请自行判断"
    missing = "、".join(_list_missing(parts, broad=broad))
    return f"{discipline}；{width}。" + (f"还没有写明：{missing}。" if missing else "")


def _list_missing(parts: TitleParts, *, broad: bool) -> list[str]:
    """Return what the title does not name, of the five things by which a problem is narrowed."""
    named = {
        "对象": not broad,
        "条件": bool(parts.setting or _CONDITION.search(parts.topic)),
        "尺度": bool(_SCALE.search(f"{parts.setting}{parts.topic}")),
        "机制": parts.head in {"mechanism", "influence", "relation", "happens"},
        "目标": parts.head == "property" or bool(parts.verb or _TARGET.search(parts.topic)),
    }
    return [what for what, known in named.items() if not known]
