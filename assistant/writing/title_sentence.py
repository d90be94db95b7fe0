"""A sentence or a question brought down to the phrase that a title can ask about."""

import re
from dataclasses import replace

from assistant.writing.title_parts import TitleParts, read_phrase, strip_study
from assistant.writing.title_words import ACT, HARD, LOWER, MAKE, MANNER, NEED, RAISE, STUDY, UNKNOWN

_AGENT = re.compile(
    r"^(?:目前|当前|现有|现阶段|近年来|随着[^，]*，|我们|我国|国内|国家|本项目|本课题|本研究|本文|企业|行业|业界|学界|人们|人类|科学家|研究者|研究人员|工程师|今后|未来|迫切|对此|因此|所以|但是|但|然而|而|并且|并|从而|以便|以)+"
)
_STATED = re.compile(r"^(?:认为|发现|提出|表明|证明|指出|相信|建议|显示|计划|拟|打算|希望|研究了|分析了)(?:了)?")
_LIGHT = "使|让|将|把|在|从|对|为|通过|采用|建成|做到|达到|完成|减|增|保"
_VERBS = rf"(?:{RAISE}|{LOWER}|{MAKE}|{ACT}|{_LIGHT})"
_NEEDED = re.compile(rf"^(?P<subject>.*?)(?:{NEED})(?:要|能)?(?:进一步|尽快|有效|显著|大幅)*(?P<goal>{_VERBS}.{{2,}})$")
_LINKED = re.compile(
    r"^(?P<cause>.{2,}?)(?:会|可能|将|可|能|能够|可以|直接|严重|显著|深刻|往往|常常|容易|共同|极大地?|仍然?|仍|也|正|正在|是)*"
    r"(?P<verb>制约|限制|阻碍|影响|威胁|导致|引起|引发|(?<!制)造成|决定|促进|抑制|调控|驱动|加剧|加速|诱发|诱导|削弱|损害|改变|控制|妨碍)(?:着|了)?"
    r"(?P<effect>[^，；]{2,}?)(?:的(?:关键|主要|重要|核心|瓶颈|根本|最大)*(?:因素|问题|难题|瓶颈|原因|障碍|挑战|难点|环节))?$"
)
_POOR = re.compile(
    r"^(?P<what>.{3,}?)(?:仍然|仍|还|依然|普遍|往往|总是|较为|比较|相对|十分|非常|过于|明显|严重|太|很|偏|过|较|极|不够|存在)*(?P<how>不足|不高|不强|不够|过低|偏低|较低|太低|较差|太差|低下|低|差|有限|不稳定|短|弱|慢|不好|欠缺|缺失|不理想)$"
)
_HEAVY = re.compile(
    r"^(?P<what>.{3,}?)(?:仍然|仍|还|依然|普遍|往往|总是|较为|比较|相对|十分|非常|过于|明显|太|很|偏|过|较|极)*(?P<how>过高|偏高|太高|较高|过大|太大|严重|频发|过快|过多|过重|居高不下|高|大|突出|多发|昂贵|重)$"
)
_CAN = re.compile(
    rf"^(?P<subject>.{{2,}}?)(?:可以|能够|(?<![智功性效节储机产动热电核光潜势])能(?![源量力级带谱])|有望|将|会(?!议)|已经)(?:显著|有效|大幅|进一步|明显|很好地|有效地)*(?P<goal>{_VERBS}.{{2,}})$"
)
_IS_KEY = re.compile(
    r"^(?P<subject>.{2,}?)(?:是|成为|已成为|仍是|一直是|属于)(?P<rest>[^，；]*?)(?:的)?(?:关键|核心|重要|主要|基础|国际|世界性|重大|最大|一个|一大|当前|长期)*(?:问题|难题|挑战|课题|瓶颈|方向|热点|难点|重点|任务|前提|途径|手段|环节|障碍|因素|技术|基础|难关|关键)(?:之一|所在)?$"
)
_CANNOT = re.compile(rf"^(?P<subject>.{{2,}}?){HARD.pattern}(?P<goal>.{{2,}})$")
_ASKS = r"(?:究竟|到底)?(?:如何|怎样|怎么样|怎么|为什么|为何|何以|因何|是否|能否|可否|会否)"
_HOW = re.compile(
    rf"^(?P<subject>.*?)(?:会|将|应|应该|能|可以|需要|该|要|又|是)?(?P<word>{_ASKS})(?:才能够?|能够?|可以|应该?|去|来|会|是)?(?P<goal>.+)$"
)
_WHAT = re.compile(
    r"^(?P<what>.{2,}?)(?:究竟|到底)?(?:是|有|由|受|取决于|存在|遵循|包含|来自|源于)(?:着)?(?:什么|哪些|何种|哪种|怎样的|何)(?:[\u4e00-\u9fff]{0,6})?$"
)
_WHICH = re.compile(
    r"^(?P<place>.*?)(?:究竟|到底)?(?:哪些|哪种|哪个|何种|什么|什么样的)(?P<noun>[\u4e00-\u9fff]{0,8}?)"
    r"(?P<verb>决定|控制|影响|制约|驱动|调控|支配|限制|导致|引起|维持|主导|促进|抑制)(?:了|着)?(?P<what>.{2,})$"
)
_SUBJECT = re.compile(
    r"^(?P<subject>.{2,16}?)(?:长期|严重|高度|主要|仍然?|尚|已|普遍|大量|大多|往往|目前|还)*(?:依赖|依靠|面临|存在|具有|缺乏|受制|落后|处于|缺少|遇到|出现|"
    r"承受|采用|使用|占|是|被|不足|不高|不|难以|难|过高|过低|偏)"
)
_OWNED = 7
"""A goal whose object is no longer than that lacks its owner: 提高成像质量."""
_SOFT_END = re.compile(r"(?:的)?(?:吗|呢|(?<![什怎])么|的)$")
_PLACES = ("在", "当", "面对", "面向", "针对", "随着", "基于", "对于", "为", "通过", "利用", "从", "以")


def read_question(question: str) -> TitleParts:
    """Return what a question asks about."""
    if question.endswith("吗") or re.search(r"是否|有没有", question):
        claim = re.sub(r"吗$|是否|有没有", lambda found: {"是否": "", "有没有": "有"}.get(found.group(), ""), question)
        return TitleParts(topic=claim, head="claim", object=claim, focus=claim)
    text = re.sub(r"(?<=[的响用系])(?:如何|怎样|怎么样)$", "", _SOFT_END.sub("", question))
    if found := _WHAT.match(text):
        return read_phrase(found["what"])
    if found := _WHICH.match(text):
        return read_phrase(found["place"].strip("，") + found["what"].removesuffix("的发生"))
    if found := _HOW.match(text):
        return _read_predicate(found["subject"].strip("，、"), found["goal"].strip("，"))
    return read_phrase(text)


def read_sentence(sentence: str) -> TitleParts:
    """Return the point of a statement: what is needed, unknown, difficult, poor, or said to act on something else.

    A text without any of that is read as a phrase.
    """
    clauses = [_AGENT.sub("", clause) for clause in re.split(r"[，；。;,]", sentence)]
    clauses = [_STATED.sub("", clause) for clause in clauses if len(clause) > 1]
    readings = [(reading, index) for index, clause in enumerate(clauses) if (reading := _read_clause(clause))]
    if not readings:
        return read_phrase(max(clauses, key=len) if len(clauses) > 1 else sentence)
    (_, parts), index = min(readings, key=lambda one: (one[0][0], -one[1]))
    return _lend_subject(parts, clauses[:index])


def is_sentence(text: str) -> bool:
    """Say whether the text states something, rather than naming it."""
    return bool(re.search(r"[，；。]", text)) or _read_clause(_AGENT.sub("", text)) is not None


def _read_clause(clause: str) -> tuple[int, TitleParts] | None:
    """Return a reading with its rank, the best being 0; None where the clause states nothing that is known here."""
    if found := _NEEDED.match(clause):
        return 0, _read_predicate(_AGENT.sub("", found["subject"]), found["goal"])
    if found := _IS_KEY.match(clause):
        linked = _LINKED.match(found["rest"])
        if linked is None and (
            inner := re.match(r"^(?P<verb>制约|限制|影响|阻碍|决定)(?P<effect>.{2,})$", found["rest"])
        ):
            return 1, _link(found["subject"], inner["verb"], inner["effect"])
        return 2, read_phrase(found["subject"])
    if found := UNKNOWN.search(clause):
        return 0, read_phrase(re.sub(r"(?:对|对于)(.+?)的?(?:认识|理解|了解)$", r"\1", clause[: found.start()]))
    if found := _CANNOT.match(clause):
        return 1, _read_predicate(found["subject"], found["goal"])
    if (
        "的" not in clause[-4:]
        and (found := _LINKED.match(clause))
        and not re.search(r"(?:的|与|和|对)$", found["cause"])
    ):
        return 1, _link(found["cause"], found["verb"], found["effect"])
    if found := _CAN.match(clause):
        return 2, _read_predicate(found["subject"], found["goal"])
    return _read_quality(clause)


def _read_quality(clause: str) -> tuple[int, TitleParts] | None:
    for pattern, verb in ((_POOR, "提高"), (_HEAVY, "降低")):
        found = pattern.match(clause)
        if found and len(found["what"]) >= 4 and not found["what"].endswith(("的", "最", "更")):  # noqa: PLR2004 - 传感器寿命
            inner = read_phrase(found["what"])
            if inner.head == "property":
                return 1, replace(inner, verb="降低" if inner.has_worse else verb)
    return None


def _read_predicate(subject: str, goal: str) -> TitleParts:
    """Join a subject and what it is to do: 装备 + 提高可靠性 gives the reliability of the equipment."""
    subject = subject.removesuffix("的")
    if subject and (
        found := re.match(
            r"^(?P<verb>影响|制约|调控|驱动|控制|决定|响应|适应|促进|抑制|改变|引起|导致|诱发)(?P<effect>.{2,})$", goal
        )
    ):
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


def _lend_subject(parts: TitleParts, before: list[str]) -> TitleParts:
    """Give a goal without owner, or with 其, what the clause before is about."""
    own = re.sub(r"^(?:其|该|这|此)(?:种|类|一)?", "", parts.topic)
    owner = next((owner for clause in reversed(before) if (owner := _find_owner(clause))), "")
    if not owner or (own == parts.topic and (len(own) > _OWNED or "的" in own)):
        return parts
    return replace(read_phrase(f"{owner}的{own}"), verb=parts.verb, setting=parts.setting)


def _find_owner(clause: str) -> str:
    """Return what a clause is about; empty where that is not seen."""
    if reading := _read_quality(clause):
        return reading[1].object
    found = _SUBJECT.match(clause)
    return found["subject"] if found else ""
