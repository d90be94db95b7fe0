"""The embedded conductor: it reads cues in the words, needs no model, and neither opens files nor searches.

An order (“改成问句”, “配方向”) decides first; a text without an order is judged by its form: a procedural question, a
bare title, or a problem.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, Call, CheckCall, HelpCall, MatchCall, ProblemKind, ProblemsCall, TitleCall
from assistant.domain.catalogue import Catalogue
from assistant.domain.programme import ProgrammeInfo
from assistant.errors import InputError
from assistant.text import clean, count_characters

PROBLEM_LENGTH = 60
"""Characters from which a text is long enough to be a pasted problem."""
TITLE_LENGTH = 50
"""Characters up to which a noun phrase may be a title."""
SHORTEST_TOPIC = 4
"""Fewest characters of a title or a topic."""

_KINDS: tuple[ProblemKind, ...] = get_args(ProblemKind)
_QUOTED = re.compile(r"[“\"「『《](?P<inner>[^“”\"「」『』《》]{4,})[”\"」』》]")
_BREAK = re.compile(r"[:：\n]")

_GREETING = re.compile(
    r"(?:你好|您好|大家好|嗨|哈喽|hello|hi|在吗|谢谢|多谢|辛苦了|帮助|help|[啊呀了?？!！。，,\s])+", re.IGNORECASE
)
_ABILITIES = re.compile(
    r"(?:请问)?(?:你|您|问津|这个?(?:工具|系统|助手)?)?[都还]?(?:能|会|可以)?(?:帮我?)?[做干](?:些|点)?(?:什么|啥)(?:呢|呀)?[?？。]?|(?:这个|问津)?怎么(?:用|使用)[?？。]?"
)

_REPHRASE = re.compile(
    r"(?:改|写|换|转|变|调整|润色|提炼|凝练|概括)[^，。：:]{0,6}(?:[^，。：:]{0,8}问句|疑问句|问题|设问)"
    r"|(?:题目|标题|题名)[^，。：:]{0,12}(?:改|拟|起|取|润色|优化|提炼|凝练|点评)"
    r"|(?:改|拟|起|取|润色|优化|提炼|凝练|点评|看看|看一下)[^，。：:]{0,8}(?:题目|标题|题名)"
    r"|[”\"」』》][^，。]{0,6}(?:题目|标题|题名)?[^，。]{0,6}(?:合适|规范|合规|合格|行不行|行吗|可以吗|好不好)"
    r"|(?:题目|标题|题名)(?:[:：]|是(?=[“\"「《]))"
)
_TITLE_RULES = re.compile(
    r"(?:题目|标题|题名).{0,8}(?:有什么|有哪些|有没有|什么|哪些|多少|几个|必须|需要|要不要|应当|应该|是否|怎么写|如何写|不得|最多|最长|要求)"
)
_MATCH = re.compile(
    r"(?:匹配|适合|属于|符合|落在|归到|归入|对口|报|申报|申请|投|选|对应).{0,10}(?:哪|什么|啥).{0,6}(?:方向|指南|专项|项目)"
    r"|(?:哪|什么|有没有|有无|是否有).{0,10}(?:方向|专项|指南).{0,6}(?:适合|合适|可以报|能报|可报|对口|匹配|相关|相近|接近|覆盖|支持)"
    r"|(?:有没有|有无|哪些?|什么).{0,4}(?:适合|合适|对口|匹配|相关|相近)(?:的|我们?的?).{0,4}(?:方向|专项|指南)"
    r"|(?:找|推荐|配|匹配)(?:一下|下|一个|几个|出)?[^，。：:?？]{0,8}(?:方向|专项|指南)(?!.{0,6}(?:名额|单位|表))|匹配(?:一下|下)?[:：]"
    r"|(?:能|可以|适合|该|应该|应|想)(?:往|去)?(?:报|申报|申请|投)(?:到)?(?:哪|什么|啥)(?!.{0,3}(?:材料|时间|时候))"
)
_RELEASED = re.compile(
    r"(?:往年|历年|以前|之前|过去|此前|已经|曾经?|是否|有没有).{0,14}(?:发布|公布|发过|入选|提过|立过)"
    r"|(?:类似|相近|相似|雷同|重复).{0,6}(?:问题|难题|题目).{0,10}(?:发布|公布|入选|有没有|有吗|有哪些)|查重|撞题|(?:发布|公布|入选)过.{0,10}(?:类似|相近|相似)"
)
_TOPIC = re.compile(
    r".*?(?:关于|有关|涉及|类似于?|[:：])\s*(?P<topic>[^，。！？?：:]{2,40}?)(?:的|方面|相关|这类|这样)*(?:问题|难题|题目|吗|呢|[？?。]|$)"
    r"|(?:发布|公布|入选|提)过(?:哪些|什么|没有)?(?P<after>[^，。！？?]{2,40}?)(?:的|方面|相关|类似)*(?:问题|难题|题目)"
)
_CHECK = re.compile(r"(?:检查|审查|审核|审一?[下审]|核对|校对|查错|把关|体检|审草稿)")
_FOLLOW_UP = re.compile(
    r"(?:那|还有|另外|再|其中|上面|这个|这些|它|该|第[一二三四五六七八九十\d]+[个条]|换成|如果|为什么|具体)"
)
_NAMED_DIRECTION = re.compile(r"方向\s*\d|\d+\.\d+|附件\s*[\d一二三四五六七八九十]")

_YEAR = re.compile(r"(?<!\d)(?:20)?(?:1\d|2\d)年(?!来|前|后|间|内|龄)")
_ORDERS = re.compile(
    r"[”\"」』》].{0,10}(?:改|题目)|问句|适合|匹配|对口|方向[:：]|(?:往年|历年|以前|过去).{0,4}(?:发布|公布)过|查重"
)
"""Words of an order, with which even a question that names a call is no question about it."""
_PROCEDURE = re.compile(
    r"截止|截至|期限|什么时间|时间[是到安]|征集时间|日期|哪天|几号|之?前(?:报|交|提)|推荐|遴选|报送|报名|提交|递交|邮寄|邮箱|邮件|电话|联系|地址|盖章|公章|签字|纸质|电子版|"
    r"一式|附件|模板|表格|格式|字数|多少字|字以内|关键词|栏目|填写|填报|怎么填|通知|指南|文号|印发|发文|申报|申请|负责人|年龄|周岁|职称|限项|名额|"
    r"几项|几个|多少|几家|专项|方向|课题|参与单位|承担单位|牵头|配套|经费|国拨|自筹|实施周期|考核指标|研究内容|青年|揭榜|评审|终审|初评|专家|"
    r"委员会|学会|学联体|联合体|企业科协|公布|征集|榜单|要求|规定|什么条件|条件[是有]|资格|必须|应当|涉密|保密|伦理|知识产权|技术就绪|模版|题目|标题|正文|(?:推荐|申报|纸质|证明|哪些|什么|报送)材料|材料(?:[往寄交报要]|怎么)|清单|"
    r"入选|初选|复选|终选|版权|牌匾|联动|谁来?报|[那这]一?栏|问题描述|问题背景|最新进展|重要意义"
)
_INTERROGATIVE = re.compile(
    r"[？?]|吗|呢|什么|啥|哪|谁|几|多少|多久|多大|如何|怎么|怎样|为何|是否|能否|可否|有没有|是不是|([可能要需])不\1|有何"
)
_STUDY = re.compile(
    r"(?:关于|面向|基于|针对|.).{2,48}(?:研究|技术|方法|机制|机理|应用|开发|攻关|体系|系统|探索|分析|设计|制备|诊断|装备|工艺|材料)$"
)
_LEAD = re.compile(
    r"^\s*(?:请|麻烦|帮忙|帮我们?|给我|替我|你|我想|能不能|可以|能)*(?:把|将|看看|看一下|检查|改写|改|润色|优化|提炼|凝练|点评|拟|查|搜)*(?:一下|下)?"
    r"(?:这个|我的|我们的|以下|下面|下列)*(?:题目|标题|题名)*(?:是|为)?[\s:：，,]*"
)
_TAIL = re.compile(r"(?:好吗|行吗|行不行|可以吗|怎么样|如何|谢谢|吧|了|[，,。；;：:！!？?\s（）()])+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedConductor:
    """The router over the names of known programmes."""

    programmes: tuple[ProgrammeInfo, ...]

    @classmethod
    def over(cls, catalogue: Catalogue) -> "EmbeddedConductor":
        """Return the router that knows a catalogue's programmes."""
        return cls(programmes=tuple(one.info for one in catalogue.programmes))

    def route(self, messages: Sequence[Turn], files: Sequence[str] = ()) -> Call:
        """Return the call that the last message wants; see `Conductor`."""
        text = messages[-1].content.strip() if messages else ""
        if files:
            return self._with_files(text, tuple(files))
        if not text:
            raise InputError("没有输入内容。", hint="请写上问题，或交来草稿文件。")
        if _GREETING.fullmatch(text) or _ABILITIES.fullmatch(text):
            return HelpCall()
        history = tuple(messages[:-1])
        if self._asks_about_a_call(text):
            return AskCall(question=text, history=history)
        return _ordered(text, history) or _by_form(text, history)

    def _with_files(self, text: str, files: tuple[str, ...]) -> Call:
        if _MATCH.search(text) and not _CHECK.search(text):
            return MatchCall(files=files)
        return CheckCall(files=files, programme=self._named_programme(text))

    def _asks_about_a_call(self, text: str) -> bool:
        """Say whether a short question names a call by its year or a guide by its name, and orders nothing."""
        if count_characters(text) >= PROBLEM_LENGTH or not _INTERROGATIVE.search(text) or _ORDERS.search(text):
            return False
        if _YEAR.search(text) and not _BREAK.search(text):
            return True
        names = "|".join(re.escape(name) for one in self.programmes for name in (one.short_title, *one.aliases))
        return bool(re.search(rf"(?:{names}).{{0,2}}(?:专项|指南|通知|榜|里|中的)", text))

    def _named_programme(self, text: str) -> str:
        """Return the one programme that a text names by name or year; `auto` where it names none or several."""
        by_name = {one.id for one in self.programmes if any(name in text for name in (one.short_title, *one.aliases))}
        by_year = {one.id for one in self.programmes if str(one.year) in text}
        named = (by_name & by_year) or by_name or by_year
        return named.pop() if len(named) == 1 else "auto"


def _ordered(text: str, history: tuple[Turn, ...]) -> Call | None:
    """Return the call that the words order; None where they order nothing."""
    short = count_characters(text) < PROBLEM_LENGTH
    if _REPHRASE.search(text) and not _asks_what_titles_must_be(text):
        return _title_call(text)
    if short and _RELEASED.search(text) and (topic := _topic(text)):
        return ProblemsCall(query=topic)
    if _MATCH.search(text) and not (short and _NAMED_DIRECTION.search(text)):
        return MatchCall(query=_problem_in(text))
    if short and _CHECK.search(text) and not (_INTERROGATIVE.search(text) or _PROCEDURE.search(_CHECK.sub("", text))):
        return HelpCall(missing="请把要检查的 .docx、.md 或 .txt 草稿拖进来，或点“选择文件”。")
    if short and history and _FOLLOW_UP.match(text):
        return AskCall(question=text, history=history)
    return None


def _by_form(text: str, history: tuple[Turn, ...]) -> Call:
    """Return the call that a text without an order looks like."""
    procedural, asks = bool(_PROCEDURE.search(text)), bool(_INTERROGATIVE.search(text))
    length = count_characters(text)
    if asks and procedural and length < 2 * PROBLEM_LENGTH:
        return AskCall(question=text, history=history)
    if not asks and length <= TITLE_LENGTH and _STUDY.fullmatch(clean(text)) and not re.search(r"[，。；]", text):
        return TitleCall(title=clean(text), kind=_kind_in(text))
    if length >= PROBLEM_LENGTH or not procedural:
        return MatchCall(query=text)
    return AskCall(question=text, history=history)


def _title_call(text: str) -> Call:
    title = _title_in(text)
    if count_characters(title) < SHORTEST_TOPIC:
        return HelpCall(missing="请写上要改的题目，例如：把“关于提高锂金属负极循环稳定性的研究”改成问题。")
    return TitleCall(title=title, kind=_kind_in(text))


def _kind_in(text: str) -> ProblemKind | None:
    return next((kind for kind in _KINDS if kind in text), None)


def _title_in(text: str) -> str:
    """Return the title that an order is about: what is quoted, else what stands after a colon, else what is left."""
    if quoted := _QUOTED.search(text):
        return clean(quoted["inner"])
    head, *rest = (part for part in _BREAK.split(text, maxsplit=1) if part.strip())
    if rest:
        return _TAIL.sub("", clean(head if _REPHRASE.search(rest[0]) else rest[0]))
    left = _LEAD.sub("", _REPHRASE.sub("", text))
    for kind in _KINDS:
        left = left.replace(f"一个{kind}", "").replace(kind, "")
    return clean(_TAIL.sub("", _LEAD.sub("", left)))


def _problem_in(text: str) -> str:
    """Return the problem that an order to match is about: what is quoted, else what stands after a colon, else all."""
    quoted = _QUOTED.search(text)
    if quoted and count_characters(quoted["inner"]) * 3 >= count_characters(text):
        return clean(quoted["inner"])
    parts = [part for part in _BREAK.split(text, maxsplit=1) if part.strip()]
    if len(parts) == 2:  # noqa: PLR2004 - what stands before and after the break
        order = next((number for number, part in enumerate(parts) if _MATCH.search(f"{part}：")), None)
        if order is not None and count_characters(parts[1 - order]) >= SHORTEST_TOPIC:
            return parts[1 - order].strip()
    return text


def _topic(text: str) -> str:
    """Return what a question about released problems is about; empty where it names nothing."""
    if quoted := _QUOTED.search(text):
        return clean(quoted["inner"])
    found = _TOPIC.search(text)
    return (found["topic"] or found["after"]).strip() if found else ""


def _asks_what_titles_must_be(text: str) -> bool:
    return bool(_TITLE_RULES.search(text)) and not _QUOTED.search(text) and not _BREAK.search(text)
