"""One clause of a statement: what is needed, unknown, difficult, poor, or said to act on something else."""

import re
from dataclasses import replace

from assistant.question import is_question
from assistant.writing.title_parts import TitleParts, read_phrase, strip_study
from assistant.writing.title_words import ACT, HARD, LOWER, MAKE, MANNER, NEED, RAISE, STUDY, UNKNOWN

Reading = tuple[int, TitleParts]
"""A reading with its rank, 0 being the surest sign of the point that a sentence makes."""

_LIGHT = "加强|深化|开展|使|让|将|把|在|从|对|为|通过|采用|建成|做到|达到|完成|减|增|保"
_VERBS = rf"(?:{RAISE}|{LOWER}|{MAKE}|{ACT}|{_LIGHT})"
_USING = re.compile(
    rf"^(?P<means>(?:利用|采用|基于|通过|借助|运用|使用)[^，]{{2,16}}?)(?:来|以|去)?(?P<goal>(?:{RAISE}|{LOWER}|{MAKE}|{ACT}).{{3,}})$"
)
_NEEDED = re.compile(rf"^(?P<subject>.*?)(?:{NEED})(?:要|能)?(?:进一步|尽快|有效|显著|大幅)*(?P<goal>{_VERBS}.{{2,}})$")
_LINKED = re.compile(
    r"^(?P<cause>.{2,}?)(?P<sure>(?:会|可能|将|可|能|能够|可以|直接|严重|显著|深刻|往往|常常|容易|共同|极大地?|仍然?|仍|也|正|正在|是)*)"
    r"(?P<verb>制约|限制|阻碍|影响|威胁|导致|引起|引发|(?<!制)造成|决定|促进|抑制|调控|驱动|加剧|加速(?![器度])|诱发|诱导|削弱|损害|改变|控制|"
    r"妨碍)(?P<done>着|了)?(?P<effect>(?![的与及和、])[^，；]{2,}?)"
    r"(?:的(?:关键|主要|重要|核心|瓶颈|根本|最大)*(?:因素|问题|难题|瓶颈|原因|障碍|挑战|难点|环节))?$"
)
_SHORTEST_CAUSE = 4
"""Characters of a cause before a verb without adverb; a shorter one is part of a noun (振动控制, 健康促进)."""
_POOR = re.compile(
    r"^(?P<what>.{3,}?)(?:仍然|仍|还|依然|普遍|往往|总是|较为|比较|相对|十分|非常|过于|明显|严重|太|很|偏|过|较|极|不够|存在)*(?P<how>不足|不高|不强|不够|过低|偏低|较低|太低|较差|太差|低下|低|差|有限|不稳定|短|弱|慢|不好|欠缺|缺失|不理想)$"
)
_HEAVY = re.compile(
    r"^(?P<what>.{3,}?)(?:仍然|仍|还|依然|普遍|往往|总是|较为|比较|相对|十分|非常|过于|明显|太|很|偏|过|较|极)*(?P<how>过高|偏高|太高|较高|过大|太大|严重|频发|过快|过多|过重|居高不下|高|大|突出|多发|昂贵|重)$"
)
_CAN = re.compile(
    rf"^(?P<subject>.{{2,}}?)(?:可以|能够|(?<![智功性效节储机产动热电核光潜势])能(?![源量力级带谱])|有望|将|(?<!社)会(?![议计员])|已经)(?:显著|有效|大幅|进一步|明显|很好地|有效地)*(?P<goal>{_VERBS}.{{2,}})$"
)
_IS_KEY = re.compile(
    r"^(?P<subject>.{2,}?)(?:是|成为|已成为|仍是|一直是|属于)(?P<rest>[^，；]*?)(?:的)?(?:关键|核心|重要|主要|基础|国际|世界性|重大|最大|一个|一大|当前|长期)*(?:问题|难题|挑战|课题|瓶颈|方向|热点|难点|重点|任务|前提|途径|手段|环节|障碍|因素|技术|基础|难关|关键|必由之路|出路|抓手)(?:之一|所在)?$"
)
_CANNOT = re.compile(rf"^(?P<subject>.{{2,}}?){HARD.pattern}(?P<goal>.{{2,}})$")
_ACTS_GREATLY = re.compile(
    r"^(?P<cause>.{2,}?)对(?P<effect>.{2,}?)(?:有着?|具有|起着?|产生|存在)[^，]{0,6}?(?P<verb>贡献|影响|作用)$"
)
_IMPORTED = re.compile(
    r"^(?P<what>.{2,}?)(?:目前|当前|长期|严重|高度|主要|大量|几乎|全部|仍然?|一直|还|完全|大多|基本)*"
    r"(?:依赖进口|依靠进口|靠进口|被国外垄断|受制于人|(?:依赖|依靠)国外(?:供应|进口)?|需要进口)$"
)
_WAY = re.compile(r"(?:必由之路|途径|手段|抓手|出路|保障|路径)(?:之一|所在)?$")
_TOWARDS = re.compile(
    r"^(?:实现|推动|促进)?(?P<end>.{4,}?)的?(?:重要|关键|根本|有效|主要|唯一)*(?:必由之路|途径|手段|抓手|出路|保障|路径)"
)
_STATE = re.compile(
    r"^[^，]{2,}?(?:(?:长期|一直|持续|普遍|容易|往往|一般|严重|高度|主要|大量|目前|还|仍|已经?|越来越|不断|逐年)*(?:依赖|缺少|缺乏|只有|没有|面临|受制于|"
    r"落后于|受到|不足|难以|无法|暴露出|存在)[^的]{2,}|(?:是|成为)[^，]{2,}(?:来源|原因|诱因|威胁|杀手|载体|结果|产物|手段|材料|食物|通道)|"
    r"(?:持续|不断|逐年|大量|迅速|急剧|明显|显著|快速|日益|频繁|容易|易)(?:被)?[\u4e00-\u9fff]{2,4}|(?:量|率|度|数|数量|面积|水位)?(?:巨大|减少|增多|下降|上升|减退|"
    r"萎缩|加剧|恶化|超标|短缺|紧缺|中断|卡顿))$"
)
_LACKS = re.compile(r"^(?P<who>[^，]{2,12}?)(?:目前|还|仍|严重|普遍|一直)*(?:缺少|缺乏|没有|急缺)(?P<what>.{3,})$")
_PLACES = ("在", "当", "面对", "面向", "针对", "随着", "基于", "对于", "为", "通过", "利用", "从", "以")
_SUBJECT = re.compile(
    r"^(?P<subject>.{2,16}?)(?:长期|严重|高度|主要|仍然?|尚|已|普遍|大量|大多|往往|目前|还|容易|常常|常|易)*(?:依赖|依靠|面临|存在|具有|缺乏|受制|落后|处于|缺少|遇到|出现|"
    r"承受|采用|使用|占|在|是|被|不足|不高|不|难以|难|过高|过低|偏)"
)
_AGENT = re.compile(
    r"^(?:目前|当前|现有的?|现阶段|近年来|随着[^，]*，|由于[^，]*，|现在的?|现实中|本课题组|我们|我国|国内|国家|本项目|本课题|本研究|本文|企业|行业|业界|学界|人们|人类|科学家|研究者|研究人员|工程师|今后|未来|迫切|对此|因此|所以|但是|但|然而|而|并且|并|从而|以便|以使|也|其中|同时|对于|可见)+"
)
_STATED = re.compile(r"^(?:认为|发现|提出|表明|证明|指出|相信|建议|显示|计划|拟|打算|希望|研究了|分析了)(?:了)?")
_ACTS_ON = re.compile(
    r"^(?P<verb>影响|制约|限制|阻碍|调控|驱动|控制|决定|响应|适应|促进|抑制|改变|引起|导致|诱发)(?P<effect>.{2,})$"
)
_ABLE = re.compile(r"^(?P<subject>.{2,}?)(?:能够|可以|有望)(?P<goal>.{3,})$")
_PLACED = re.compile(
    r"^在(?P<place>[^，]{2,20}?(?:条件|环境|背景|过程|情况|尺度|工况|前提)?[下中时里])(?P<goal>.{4,})$"
)
_ASKING = re.compile(r"为什么|为何|何以|如何|怎样|怎么")
_FACES = re.compile(
    r"^(?P<what>.{3,}?)(?:还|仍|目前|普遍)*(?:面临|存在|遇到)(?:着|了)?.*(?:问题|难题|挑战|困境|瓶颈|困难)$"
)
_CLAIM = re.compile(r"^(?P<what>[^，]{2,14}?)是(?:由|被)?(?P<rest>[^，]{3,20})的$")
_CAUSED = re.compile(r"^(?P<cause>.{2,})(?P<verb>产生|引起|导致|造成|形成|驱动|触发|触发|控制|决定)$")
_OWN_NOUN = re.compile(
    r"的(?:持续|不断|逐年|大量|迅速|急剧|明显|显著|快速|日益|频繁|容易|易)(?:被)?[\u4e00-\u9fff]{2,4}$"
)
"""A noun with its manner: 源项的快速反演 states nothing."""
_SHORTEST = 4
"""Characters of a thing with its property: 膜寿命 is hardly one."""


def read_clause(clause: str) -> Reading | None:
    """Return the first reading that fits; None where the clause states nothing that is known here."""
    return next((reading for read in _READERS if (reading := read(clause))), None)


def _read_need(clause: str) -> Reading | None:
    found = _NEEDED.match(clause)
    return (0, read_predicate(strip_speaker(found["subject"]), found["goal"])) if found else None


def _read_key(clause: str) -> Reading | None:
    found = _IS_KEY.match(clause)
    if found is None:
        return None
    inner = _ACTS_ON.match(found["rest"])
    towards = _TOWARDS.match(clause.split("是", 1)[-1])
    if towards and _WAY.search(clause):
        topic = f"利用{found['subject']}实现{towards['end']}"
        return 1, TitleParts(topic=topic, head="clause", object="", focus=topic)
    return (1, _link(found["subject"], inner["verb"], inner["effect"])) if inner else (2, read_phrase(found["subject"]))


def _read_import(clause: str) -> Reading | None:
    """Read what has to be bought abroad: it is to be made at home."""
    found = _IMPORTED.match(clause)
    return (0, _localise(found["what"])) if found else None


def _read_claim(clause: str) -> Reading | None:
    """Read X是Y产生的: whether it is so is to be asked."""
    found = _CLAIM.match(clause)
    caused = _CAUSED.match(found["rest"]) if found else None
    if found is None or caused is None:
        return None
    topic = f"{found['what']}是否由{caused['cause']}{caused['verb']}"
    return 1, TitleParts(topic=topic, head="claim", object=found["what"], focus=topic)


def _localise(thing: str) -> TitleParts:
    return TitleParts(topic=f"{thing}国产化", head="done", object=thing, focus="国产化")


def _read_great_effect(clause: str) -> Reading | None:
    found = _ACTS_GREATLY.match(clause)
    return (0, _link(found["cause"], found["verb"], found["effect"])) if found else None


def _read_means(clause: str) -> Reading | None:
    found = _USING.match(clause)
    return (1, read_predicate(found["means"], found["goal"])) if found and not _is_noun(clause) else None


def _read_unknown(clause: str) -> Reading | None:
    found = UNKNOWN.search(clause)
    if found is None:
        return None
    if is_question(clause[: found.start()]):
        return 0, _read_asked(clause[: found.start()])
    return 0, read_phrase(re.sub(r"(?:对|对于)(.+?)的?(?:认识|理解|了解)$", r"\1", clause[: found.start()]))


def _read_asked(question: str) -> TitleParts:
    """Read 通路为什么变慢: a state whose reason is unknown; with 如何 a clause."""
    found = _ASKING.search(question)
    subject, goal = (question[: found.start()], question[found.end() :]) if found else (question, "")
    if found is None or not goal or not subject:
        return read_phrase(question)
    if found.group() in {"为什么", "为何", "何以"}:
        return TitleParts(topic=f"{subject}{goal}", head="state", object=subject, focus=goal)
    return read_predicate(subject, goal)


def _read_hard(clause: str) -> Reading | None:
    found = _CANNOT.match(clause)
    if found and re.fullmatch(rf"{RAISE}|{LOWER}", found["goal"]):
        return 1, replace(read_phrase(found["subject"]), verb=found["goal"])
    return (1, read_predicate(found["subject"], found["goal"])) if found else None


def _read_link(clause: str) -> Reading | None:
    found = _LINKED.match(clause)
    if found is None or "的" in clause[-4:] or found["cause"].endswith(("的", "与", "和", "对")):
        return None
    if not (found["sure"] or found["done"]) and (len(found["cause"]) < _SHORTEST_CAUSE or _is_noun(clause)):
        return None
    return 1, _link(found["cause"], found["verb"], found["effect"])


def _read_ability(clause: str) -> Reading | None:
    found = _CAN.match(clause) or _ABLE.match(clause)
    return (2, read_predicate(found["subject"], found["goal"])) if found and not _is_noun(clause) else None


def _is_noun(clause: str) -> bool:
    """Say whether the whole is a name with a verb inside: 水沙调控技术, 基因调控机理."""
    parts = read_phrase(clause)
    return parts.skilled or parts.head in {"done", "mechanism", "relation"} or strip_study(clause) != clause


def _read_lack(clause: str) -> Reading | None:
    found = _LACKS.match(clause)
    return (2, replace(read_phrase(f"{found['who']}的{found['what']}"), head="done")) if found else None


def read_quality(clause: str) -> Reading | None:
    """Read a property that is said to be poor or too high: it is to be raised or lowered."""
    for pattern, verb in ((_POOR, "提高"), (_HEAVY, "降低")):
        found = pattern.match(clause)
        if found and len(found["what"]) >= _SHORTEST and not found["what"].endswith(("的", "最", "更")):
            inner = read_phrase(found["what"])
            if inner.head == "property":
                return 1, replace(inner, verb="降低" if inner.has_worse else verb)
    return None


def _read_state(clause: str) -> Reading | None:
    if not _STATE.match(clause) or _OWN_NOUN.search(clause):
        return None
    if faced := _FACES.match(clause):
        return 3, read_phrase(faced["what"])
    topic = re.sub(r"^(.{2,}?)是(?!否)", r"\1成为", clause)
    return 3, TitleParts(topic=topic, head="state", object=find_subject(clause) or clause, focus=clause)


def find_subject(clause: str) -> str:
    """Return what a clause is about; empty where that is not seen."""
    found = _SUBJECT.match(clause)
    return found["subject"] if found else ""


def read_predicate(subject: str, goal: str) -> TitleParts:
    """Join a subject and what it is to do: 装备 + 提高可靠性 gives the reliability of the equipment."""
    subject = subject.removesuffix("的")
    if asked := re.match(r"^(?:加强|深化|重视|开展)(?P<what>.{3,}?)(?:的)?(?:研究|攻关|探索)$", goal):
        return read_phrase(asked["what"])
    if not subject and (placed := _PLACED.match(goal)):
        return replace(read_predicate("", placed["goal"]), setting=placed["place"])
    if subject and (found := _ACTS_ON.match(goal)):
        return _link(subject, found["verb"], found["effect"])
    place = subject.startswith(_PLACES) or subject.endswith(("下", "中", "里", "时", "后", "前", "内", "上"))
    if (study := re.match(rf"^(?:{STUDY})(?=.{{4,}})", goal)) and study.group() not in ACT.split("|"):
        return replace(read_phrase(goal[study.end() :]), setting=subject.removeprefix("在") if place else "")
    verb = re.match(rf"^(?:{MANNER})?(?:{RAISE}|{LOWER}|{MAKE}|{ACT})(?=.{{2,}})", goal)
    if verb is None or (subject and not place):
        return _join(subject, goal, verb.group() if verb else "")
    rest = read_phrase(strip_study(goal[verb.end() :].removeprefix("了")))
    return replace(rest, verb=verb.group(), setting=subject.removeprefix("在") or rest.setting)


def _join(subject: str, goal: str, verb: str) -> TitleParts:
    if verb and len(goal) - len(verb) <= 8 and "的" not in goal:  # noqa: PLR2004 - a short object can be owned: 其可靠性
        owned = goal[len(verb) :].removeprefix("其").removeprefix("自身")
        return replace(read_phrase(f"{subject}的{owned}" if subject else owned), verb=verb)
    return TitleParts(topic=f"{subject}{goal}", head="clause", object=subject, focus=goal, verb=verb)


def _link(cause: str, verb: str, effect: str) -> TitleParts:
    cause, effect = strip_study(cause), effect.removesuffix("的")
    return TitleParts(topic=f"{cause}{verb}{effect}", head="influence", object=cause, focus=effect, verb=verb)


def strip_speaker(text: str) -> str:
    """Return the text without who says or plans it: 我们发现, 本课题拟."""
    while (shorter := _STATED.sub("", _AGENT.sub("", text))) != text and len(shorter) > 3:  # noqa: PLR2004 - a noun and more
        text = shorter
    return text


_READERS = (
    _read_import,
    _read_claim,
    _read_great_effect,
    _read_need,
    _read_key,
    _read_means,
    _read_unknown,
    _read_hard,
    _read_link,
    _read_ability,
    _read_lack,
    read_quality,
    _read_state,
)
"""The surest signs first."""
