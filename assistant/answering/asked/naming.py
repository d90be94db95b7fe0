"""What a number or a person of a question is of: it must stand where the answer would come from."""

import re

from assistant.answering.sentences.units import Unit

_NUMBER = re.compile(r"(?:(?<![好哪])几|多少)(?![项个家名位人份条种类])(?=[^\W_]{0,4}(?:[吗呢啊]?[^\w]|$))")
"""A word for a number with at most its unit behind it; what is counted (几个基地, 支持几项) is no measure."""
_BETWEEN = re.compile(
    r"(?:要求|应该?|必须|须|需要?|要|得|能|可以?|是|为|有|在|至少|最[多少高低大小长短]|不|低于|高于|少于|多于|超过|大于|小于|"
    r"达到|达|做到|到|控制|硬?指标|标准|参数|一般|通常|大概|大约|总共|一共|共|各|都|分别|定|设|给|规定|明确|具体|上限|下限|"
    r"申请|形成|完成|取得|获得|发表|建成|建立|建设|提供|提交|满足|实现|支持|安排|部署|覆盖|纳入|[出又还再也就才的了过呢,、:：])+$"
)
"""Between what is measured and the word for its number: what compares, asks for duty or tells of doing."""
_GENERAL = re.compile(r"(?:数量|数目|数值?|个数|量|值|年限|时间|时长|周期|期限)$")
"""What measures anything: the notice may leave it out (病例数: 病例不少于5000例)."""
_MEASURED = re.compile(r"[\u4e00-\u9fff]{2}$")
_AND = re.compile(r"[、和及与跟,]")
_PEOPLE = tuple(
    re.compile(words)
    for words in ("骨干", "课题负责人", "参[与加]人员|团队成员|参与者|成员", "博士后", "研究生|学生", "秘书", "财务")
)
"""Persons of a project beside its leader; what is said of him is not said of them."""
_LEADER = re.compile(r"负责人")


def find_measured(question: str) -> tuple[str, ...]:
    """Return the last two characters of each thing that a number is asked of, with and without a general word.

    For 额定功率和病例数要多少: 功率, 例数 and 病例. Empty where none is asked for, or of what is counted (几个基地).
    """
    number = _NUMBER.search(question)
    if number is None:
        return ()
    listed = [_BETWEEN.sub("", one) for one in _AND.split(_BETWEEN.sub("", question[: number.start()]))]
    found = (_MEASURED.search(text) for one in listed for text in (one, _GENERAL.sub("", one)))
    return tuple(dict.fromkeys(match[0] for match in found if match))


def is_of_another(question: str, unit: Unit) -> bool:
    """Say whether the question names a person of a project and the sentence tells of its leader only."""
    named = [people for people in _PEOPLE if people.search(question)]
    told = _LEADER.search(unit.quoted) is not None
    return told and bool(named) and not any(people.search(unit.quoted) for people in named)
