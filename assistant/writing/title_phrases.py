"""The parts of a title put back together: as something to do, as a noun, as a place."""

import re
from dataclasses import replace

from assistant.domain.title import Addition
from assistant.writing.title_kinds import hint
from assistant.writing.title_parts import TitleParts, read_phrase
from assistant.writing.title_words import HARM, HAZARD, LOWER, PRODUCT, RAISE, THING

_HARMFUL = frozenset(["制约", "限制", "阻碍", "威胁", "损害", "削弱", "妨碍", "约束", "干扰"])
_HELPFUL = frozenset(["促进", "驱动", "调控", "贡献", "加速", "抑制"])
_ALSO_NOUNS = frozenset(["影响", "作用", "响应", "控制", "适应"]) | _HARMFUL | _HELPFUL
_MADE: dict[str, str] = dict.fromkeys(["材料", "合金", "陶瓷", "薄膜", "纤维", "晶体", "涂层"], "制备")
_BUILT: dict[str, str] = dict.fromkeys(["模型", "系统", "平台", "网络"], "构建") | dict.fromkeys(
    ["软件", "算法"], "开发"
)
_PREPOSITIONS = ("面向", "面对", "针对", "基于", "通过", "利用", "从", "以", "随着", "当", "为", "在")
_SOLVES = frozenset({"解决", "突破", "攻克", "破解"})
_CHANGES = re.compile(rf"{RAISE}|{LOWER}")
_MASS = re.compile(r"(?:国产|产业|规模|商业|工程)化|量产|批量")
_TOOL = re.compile(r"(?:装备|装置|设备|产线|生产线)$")
_MAKING = re.compile(
    r"制备|制造|合成|加工|纯化|提纯|提取|分离|养殖|种植|栽培|增产|炮制|质量|一致性|发酵|冶炼|轧制|成型|成形|烧结|封装|印染|纺丝|改良|减损"
)
_USED = re.compile(r"检测|监测|修复|治理|处理|识别|防控|服务|运维|诊断|管理|系统|平台|算法|模型|智能|计算|软件|网络")
_USED_UP = re.compile(r"旧|废(?!水|气)|退役|用完")
_PRODUCES = re.compile(r"生产|制造|高产|种植|养殖")
_WITHSTANDS = re.compile(r"[抗防耐][\u4e00-\u9fff]{1,2}$(?<!抗[体原])(?<!国防)")
"""What a thing holds out against: 网箱抗台风 asks for a capability, not for its use."""
_LASTS = re.compile(r"(?:寿命|[^周]期|时间)$")
_NEEDS_GOAL = frozenset({"property", "clause", "claim", "state", "influence"})


def ask_how(parts: TitleParts, means: str = "") -> str:
    """Return the question 如何在…下利用…实现…."""
    return f"如何{place_in(parts.setting)}{means}{make_goal(parts)}？"


def place_in(setting: str) -> str:
    """Return the setting as it stands before a verb."""
    return f"在{setting}" if setting and not setting.startswith(_PREPOSITIONS) else setting


def make_goal(parts: TitleParts) -> str:
    """Return what is to be done, as a verb with its object."""
    match parts.head:
        case "state":
            return f"解决{parts.topic}的问题"
        case "claim":
            return f"验证{parts.topic}"
        case "clause":
            return f"使{parts.topic}" if parts.object else parts.topic
        case "mechanism" if parts.focus.endswith(("路径", "途径", "模式")) and len(parts.topic) > len(parts.focus) + 3:
            return make_goal(read_phrase(parts.topic.removesuffix(parts.focus).removesuffix("的")))
        case "mechanism" if HARM.search(parts.object) or HAZARD.search(parts.object):
            return f"{'抑制' if HARM.search(parts.object) else '防控'}{parts.object}"
        case "relation" | "mechanism" if not parts.verb and parts.topic.endswith(("关系", "匹配", "协同")):
            return f"优化{parts.topic}"
        case "influence":
            act = "消除" if parts.verb in _HARMFUL else "利用" if parts.verb in _HELPFUL else "控制"
            return f"{act}{name_influence(parts)}"
        case _:
            verb = "" if is_harmful(parts) and parts.verb in _SOLVES else parts.verb
            return f"{verb or _choose_verb(parts)}{parts.topic}{_add_use(parts)}"


def make_noun(parts: TitleParts) -> str:
    """Return the title as a noun phrase with its setting."""
    own = name_influence(parts) if parts.head == "influence" else parts.topic
    return f"{modify(parts)}{own}"


def make_product(parts: TitleParts) -> str:
    """Return what a product or process is for: a goal where the title names no thing."""
    return make_goal(parts) if needs_goal(parts) else make_noun(parts)


def name_skill(parts: TitleParts) -> str:
    """Return what is to be broken through, under its setting: the technology that the title is about."""
    if needs_goal(parts):
        return f"{parts.setting}{make_goal(parts)}的关键技术"
    if parts.topic.endswith("技术"):
        return f"{modify(parts)}{parts.topic}"
    return (
        f"{modify(parts)}{parts.topic}的{'调控' if parts.head in {'happens', 'mechanism', 'relation'} else '关键'}技术"
    )


def needs_goal(parts: TitleParts) -> bool:
    """Say whether only a goal makes sense of the title: a property to raise, a harm to suppress."""
    return parts.head in _NEEDS_GOAL or bool(_CHANGES.fullmatch(parts.verb)) or is_harmful(parts)


def is_product(parts: TitleParts) -> bool:
    """Say whether the title names something that is made in numbers."""
    return parts.head == "thing" and bool(PRODUCT.search(parts.topic) or _TOOL.search(parts.topic))


def is_making(parts: TitleParts) -> bool:
    """Say whether the title names a step of production."""
    return parts.head == "done" and bool(_MAKING.search(parts.topic))


def plan_industry(parts: TitleParts) -> tuple[str, str, tuple[Addition, ...]]:
    """Return where, towards what goal, and what these words add: production in numbers, or use in numbers."""
    place = place_in(parts.setting)
    if is_mass(parts) or _PRODUCES.search(parts.topic):
        return place, make_goal(parts), ()
    if parts.head == "thing" and _USED_UP.search(parts.topic):
        return place, f"实现{parts.topic}的规模化回收利用", hint("规模化回收利用")
    if parts.head == "thing" and not needs_goal(parts):
        scale = "生产" if is_product(parts) else "应用"
        return place, f"实现{parts.topic}的规模化{scale}", hint("规模化")
    if re.search(r"行业|产业|企业", parts.topic):
        return place, make_goal(parts), ()
    made = is_making(parts) or (
        parts.head == "property" and not (_USED.search(parts.topic) or _USED_UP.search(parts.topic))
    )
    return f"在规模化{'生产' if made else '应用'}中{place}", make_goal(parts), hint("规模化")


def is_mass(parts: TitleParts) -> bool:
    """Say whether the title already speaks of production in numbers."""
    return bool(_MASS.search(parts.topic))


def modify(parts: TitleParts) -> str:
    """Return the setting as it stands before a noun."""
    return f"{parts.setting}的" if parts.setting else ""


def name_influence(parts: TitleParts) -> str:
    """Return X对Y的影响."""
    return f"{parts.object}对{parts.focus}的{parts.verb if parts.verb in _ALSO_NOUNS else '影响'}"


def act_on(verb: str) -> str:
    """Return the verb that links cause and effect, for one that is no verb by itself."""
    return {"作用": "作用于", "贡献": "影响"}.get(verb, verb)


def is_harmful(parts: TitleParts) -> bool:
    """Say whether the title names something that nobody wants."""
    plain = parts.head in {"thing", "happens", "done"} and not parts.skilled
    return plain and bool(HARM.search(parts.topic) or HAZARD.search(parts.topic))


def add_setting(parts: TitleParts, setting: str) -> TitleParts:
    """Return the parts under one more condition."""
    return replace(parts, setting=f"{parts.setting}、{setting}" if parts.setting else setting)


def _choose_verb(parts: TitleParts) -> str:
    """Return the verb of a title that brings none."""
    thing = THING.search(parts.topic)
    if is_harmful(parts):
        return "抑制" if HARM.search(parts.topic) else "防控"
    match parts.head:
        case "property":
            return "降低" if parts.has_worse else "延长" if _LASTS.search(parts.topic) else "提高"
        case "happens":
            return "控制"
        case "mechanism" | "relation":
            return "依据"
        case "thing" if _WITHSTANDS.search(parts.topic):
            return "提高"
        case "thing" if thing:
            return (_MADE | _BUILT).get(thing.group(), "研制")
        case _:
            return "实现"


def _add_use(parts: TitleParts) -> str:
    """Return what must follow a noun that cannot be achieved by itself."""
    if parts.verb or is_harmful(parts):
        return ""
    if parts.head in {"mechanism", "relation"}:
        return "实现工程调控"
    if parts.head == "thing" and _WITHSTANDS.search(parts.topic):
        return "能力"
    return "的工程应用" if parts.head == "thing" and not THING.search(parts.topic) else ""
