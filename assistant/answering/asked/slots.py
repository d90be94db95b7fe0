"""What kind of value a question wants, and whether a sentence holds one."""

import re
from dataclasses import dataclass
from typing import Literal

Slot = Literal[
    "date", "named", "count", "length", "money", "ratio", "duration", "amount", "age", "person", "phone", "email",
    "address", "url", "who", "list", "place", "yesno", "procedure", "definition", "what",
]  # fmt: skip

NUMERAL = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)"
PLACES = (
    "北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|"
    "陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|深圳|雄安"
)
"""Provinces and what stands beside them, as a regular expression."""
COUNTRIES = (
    "美国|英国|法国|德国|日本|韩国|俄罗斯|意大利|西班牙|加拿大|澳大利亚|新西兰|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|奥地利|波兰|捷克|匈牙利|希腊|"
    "葡萄牙|爱尔兰|以色列|印度|巴西|南非|埃及|墨西哥|阿根廷|新加坡|马来西亚|泰国|越南|印度尼西亚|印尼|巴基斯坦|沙特|阿联酋|土耳其|乌克兰|哈萨克斯坦|欧盟"
)
"""Countries, as a regular expression."""
_RANGE = rf"{NUMERAL}(?:\s*[~～—–至到-]\s*{NUMERAL})?"
DATE = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{4}年(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)?|\d{1,2}-\d{1,2}月)|"
    r"\d{1,2}月(?:\d{1,2}日|[上中下]旬|底))"
)
VALUE: dict[str, re.Pattern[str]] = {
    "named": re.compile(rf"{PLACES}|{COUNTRIES}"),
    "date": re.compile(DATE),
    "count": re.compile(rf"{NUMERAL}[个项条家名位人种类套份次章件]|不设上限|不下设|不再下设|其中一项"),
    "length": re.compile(r"\d+字"),
    "money": re.compile(r"\d(?:\.\d+)?(?:亿|万)?元"),
    "ratio": re.compile(r"\d+(?:\.\d+)?[:：]\d|%|比例"),
    "duration": re.compile(rf"{_RANGE}(?:年|个月|天)"),
    "amount": re.compile(r"\d|不设|不限"),
    "age": re.compile(r"出生|周岁|年龄"),
    "person": re.compile(r"联系人|责任人|姓名"),
    "phone": re.compile(r"\d{3,4}-\d{7,8}|1\d{10}"),
    "email": re.compile(r"\w@\w"),
    "address": re.compile(r"地址[：:]"),
    "place": re.compile(r"在[^,。]{2,8}(?:召开|举办|举行)|(?:会议|评审|报到|举办)地点"),
    "who": re.compile(
        r"由[^,。;]{2,40}(?:推荐|组织|牵头|承担|申报|负责|签|审)|[部局委署院厅会](?:\([^)]{2,12}\))?(?:推荐|组织|牵头)|"
        r"(?:企业|单位|学会|联合体|机构|法人|负责人)[^,。;]{0,6}(?:推荐|组织|牵头|签|盖|申报|负责)|签字|签署|盖章|负责"
    ),
    "url": re.compile(r"https?://|\w+\.\w+\.(?:cn|com|org)"),
}
"""Slots that a sentence must hold a value of; the others (list, yesno, procedure …) are served by any clause."""

NAMES = frozenset({"named", "place", "phone", "email", "address", "url"})
"""Slots that only a name, place or address fills."""
_NAMED = (
    ("城市|省份?|市|县", rf"{PLACES}|[^\W\d上个各等城]{{2,3}}[省市县](?!场)"),
    ("国家(?!标准|战略|级|科技|计划)", rf"{COUNTRIES}|国家(?:\(地区\))?(?:名单|不限)"),
    ("部委", r"[^\W\d有关]{1,8}[部委局署院](?=[、,。;和推组会与]|$)"),
    ("成员", r"(?:责任人|联系人|成员|委员)[:：]"),
    ("公司", r"[^\W\d]{2,}公司"),
    ("大学|医院", r"[^\W\d、,]{2,}(?:大学|医院)"),
    ("期刊|杂志|报纸", r"《[^》]+》"),
    ("出版社", r"[^\W\d]{2,}出版社"),
)
"""What is asked for by name (哪两座城市), with what a name of it looks like."""

_COUNTED: tuple[tuple[str, str], ...] = (
    ("名位人", r"(?:人|名|位|个(?=专家))"),
    ("家", r"(?:家|个(?:\(或以上\))?(?=[^,。;]{0,8}(?:单位|机构|部门|企业|学会|协会|高校|院校|公司|医院)))"),
    ("份", "份"),
    ("页", "页"),
    ("张幅", "[张幅]"),
    ("次回场", "[次场]"),
    ("级", "级"),
    ("轮", "(?:轮|个环节|个阶段)"),
    ("分", "分"),
    ("倍", "倍"),
    ("亩", "(?:亩|公顷|hm)"),
    ("吨", "(?:吨|t)"),
    ("例", "例"),
    ("床", "床"),
    ("封", "封"),
    ("小时", "(?:小时|h)"),
    ("公里", "(?:公里|千米|km)"),
    ("公斤", "(?:公斤|千克|kg)"),
)
"""Counting words after 几 or 多少, with what a sentence may have in their place, as regular expressions."""
OF_ONE_MEASURE = frozenset(
    found for asked, found in _COUNTED if asked in {"页", "级", "分", "亩", "吨", "例", "床", "封"}
)
"""What counting words that no other can replace find (几级, 多少页)."""

_ASKED = r"(?:(?<![好哪])几|多少)"
_WHICH = re.compile(
    rf"哪(?:[几一二两三四五六七八九十\d]*[个座家所份位]?(?P<one>{'|'.join(asked for asked, _ in _NAMED)})|"
    r"些(?P<some>城市|省份?|国家|部委|成员))"
)
_PATTERNS: tuple[tuple[Slot, re.Pattern[str]], ...] = (
    ("named", _WHICH),
    ("place", re.compile(
        r"(?:哪个|哪座|哪家|什么)(?:城市|地方|地点|省|酒店|会场)|(?:在哪|哪儿|哪里)(?:儿|里)?(?:召开|举办|举行|"
        r"开(?!始)|办)|(?<!办公)地点(?=[、和及]|[?？]?$)"
    )),
    ("email", re.compile(r"邮箱|email|e-mail|电子邮件|邮件地址")),
    ("phone", re.compile(r"电话|手机号?|座机|号码|打给谁")),
    ("address", re.compile(r"(?<!网)(?:地址|寄到|寄给|寄往|寄去|邮寄|办公地点)")),
    ("url", re.compile(
        r"网址|(?:哪个?|什么)(?:网站|平台|系统)|网站(?:是|地址|在哪|叫|[?？]?$)|链接|"
        r"在哪(?:儿|里|个平台|个系统)?.{0,4}(?:提交|上传|填报|申报|报名|下载|注册|登录)"
    )),
    ("person", re.compile(r"联系人|责任人|联系谁|找谁|问谁|跟谁联系|谁联系")),
    ("who", re.compile(
        r"(?:哪个?|什么)(?:部门|部委|单位|机构)(?:来)?[^,。]{0,2}(?:组织|推荐|牵头|主管|审|受理|签)|"
        r"由(?:谁|哪|[^,。]{2,8}还是)|谁来?(?:组织|推荐|牵头|审|签|批)|推荐(?:部门|单位)是(?:谁|哪)"
    )),
    ("length", re.compile(
        rf"{_ASKED}个?字|字数|(?:写|正文|简介|介绍|描述|理由|内容|报告|摘要)[^,。]{0,4}多长(?!时间)|篇幅"
    )),
    ("age", re.compile(r"年龄|岁|多大(?:年纪|了)|(?:人|pi|的)多大|哪年(?:以?后)?(?:出)?生|年纪|出生")),
    ("ratio", re.compile(r"比例|占比|百分之|配套.{0,6}(?:多少|几)|几比几|自筹.{0,6}(?:多少|几)|配多少")),
    ("money", re.compile(
        r"多少(?:钱|经费|资金|预算|[万亿]?元|[万亿](?![亩人吨家户次例平公千只头株字名条辆台个立组份项种米]))|经费.{0,8}多少|预算.{0,6}多少|资金.{0,6}多少|几(?:万|亿|块钱)|概算|"
        r"给多少|花多少"
    )),
    ("date", re.compile(
        r"(?:什么时候|何时)(?!会|能|可以|才|可|同时)|哪天|哪一天|几号|几月|啥时候|什么时间|时间(?:节点|安排|"
        r"要求)|日期|截止|截至|deadline|"
        r"ddl|最晚|哪年|期限|还能报|过期|来得及|多会儿|时间(?=地点|[、和及]|[?？]?$)"
    )),
    ("duration", re.compile(rf"{_ASKED}年|几个月|多久|多长时间|周期|年限|期限多长|执行期|多少(?:天|个月)")),
    ("count", re.compile(
        rf"{_ASKED}(?:[万亿千百]?[个项条家名位人种类套份次页张轮级块章倍场件亩吨例床封]|小时|公里|公斤|单位|专家|方向|课题|项目|委员|环节|步|附件|学会|"
        rf"领域|大)|数量|人数|个数|家数|上限|最多|最少|至少|名额|限额|限项"
    )),
    ("amount", re.compile(r"(?:是|要|需|需要|得|到|为)?多少[？?]?$")),
    ("definition", re.compile(
        r"是什么意思|什么叫|指什么|指的是|含义|怎么理解|如何理解|什么是|是指|是啥意思|怎么定义|区别|怎么区分|分不清|干(?:什么|啥|嘛)的"
    )),
    ("list", re.compile(
        r"哪些|哪几|有什么|都有啥|有啥|列出|列一下|列举|分别是|清单|名单|都包括|包括什么|"
        r"是哪[两三四五六七八九十\d]"
    )),
    ("procedure", re.compile(r"怎么|怎样|如何|流程|步骤|程序|咋")),
    ("yesno", re.compile(
        r"吗|能不能|能否|可不可以|可以不|可否|是否|是不是|有没有|要不要|需不需要|行不行|必须|算不算|行吗|么[？?]?$"
    )),
)  # fmt: skip
_NOUN = re.compile(rf"{_ASKED}[个家名位种份次类]([^\W\d的是吗呢]{{2}})")
_COUNTED_WORD = re.compile(rf"{_ASKED}(?:个|)[万亿千百]?([名位人家份页张幅次回场级轮分倍亩吨例床封]|小时|公里|公斤)")


_MAY = re.compile(r"能不能|能否|可不可以|可否|可以.*[吗么]")
"""A question for yes or no, in which 几 and 多少 count nothing (能不能只挑几条)."""
_MEASURED = frozenset({"length", "money", "ratio", "duration", "age"})
"""Slots beside which 上限 or 最多 asks for no number of things (成本上限多少元)."""
_PLAIN_COUNT = re.compile(r"多少|最多|最少|至少|上限|几[^,。]{0,3}$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One kind of value that the question wants."""

    slot: Slot
    counted: str = ""
    """What must follow the number, or what the wanted name looks like, as regular expressions; empty where any may."""
    noun: str = ""
    """First two characters of what is counted (几个学会); empty where the question does not say."""


def find_slots(question: str) -> tuple[Wanted, ...]:
    """Return the kinds of value that a normalised question wants, the most particular first; never empty."""
    found = [_want(slot, question) for slot, asks in _PATTERNS if asks.search(question)]
    if _MAY.search(question) and not _PLAIN_COUNT.search(question):
        found = [wanted for wanted in found if wanted.slot != "count"]
    if any(wanted.slot in _MEASURED for wanted in found):
        found = [wanted for wanted in found if wanted.slot != "count" or wanted.counted or wanted.noun]
    return tuple(found) or (Wanted("what"),)


def _want(slot: Slot, question: str) -> Wanted:
    which = _WHICH.search(question) if slot == "named" else None
    if which:
        asked = which["one"] or which["some"]
        return Wanted(slot, next(names for called, names in _NAMED if re.fullmatch(called, asked)))
    if slot != "count":
        return Wanted(slot)
    noun = _NOUN.search(question)
    return Wanted(slot, _counted(question), noun[1] if noun else "")


def holds_value(text: str, wanted: Wanted) -> bool:
    """Say whether a normalised sentence holds a value of the wanted kind."""
    if wanted.slot == "named":
        return re.search(wanted.counted, text) is not None
    pattern = VALUE.get(wanted.slot)
    if pattern is None:
        return True
    if wanted.counted:
        return re.search(rf"{NUMERAL}[万亿千百余多]*(?:{wanted.counted})", text) is not None
    return pattern.search(text) is not None


def _counted(question: str) -> str:
    match = _COUNTED_WORD.search(question)
    if not match:
        return ""
    return next((allowed for asked, allowed in _COUNTED if match[1] in asked), "")
