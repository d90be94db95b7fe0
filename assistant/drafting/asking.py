"""Precise questions on what the template wants of a section and its words do not yet say.

Only asked, never marked in the draft: the template (cast-2022, 附件1) wants a question with a view, where it comes
from, the latest progress, and the effects of a breakthrough; when, who and how much are how these become concrete.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.writing.sections.cues import NAMES
from assistant.writing.sections.headings import BACKGROUND, DESCRIPTION, PROGRESS, SIGNIFICANCE


@dataclass(frozen=True, slots=True)
class _Wish:
    label: str
    shown: re.Pattern[str]
    """Any of this in the section, and nothing is asked."""
    question: str


_YEAR = re.compile(
    r"(?:1[5-9]|20)\d\d(?=年|[-—–～~]|\s)|(?:19|20)\d\d|\d{2}\s*世纪|世纪|[一二三四五六七八九]十年代|近[一二两三四五六七八九十几\d]*个?[年月]|[今去前]年|最近|上[月周]|"
    r"[一二两三四五六七八九十\d]+年前"
)
_ABROAD = re.compile(
    r"国外|国际|海外|国内外|各国|世界|[美英法德日韩]国?(?:的|人|方|同行|团队|学者|公司)|德国|美国|英国|法国|日本|韩国|欧洲|欧盟|[A-Za-z]{4,}"
)
_WHO = re.compile(
    r"患者|病人|群众|居民|农[民户]|企业|厂|用户|行业|产业|社会|家庭|老人|孩子|儿童|司机|工人|公众|国家|全国|我国|市场|领域|学科|百姓|民生|环境|生态|部门"
)
_WISHES = (
    _Wish(DESCRIPTION, NAMES["asks"].pattern, "“问题描述”里没有一句问话：用一句话说，要问的究竟是什么？"),
    _Wish(
        DESCRIPTION,
        NAMES["holds"].pattern,
        "“问题描述”里还没有您的观点（模板要求写基本核心内容和观点）：您认为关键在哪里，为什么？",
    ),
    _Wish(BACKGROUND, _YEAR, "“问题背景”里没有年代：这个问题大约什么时候、在什么情形下提出来的？"),
    _Wish(PROGRESS, _YEAR, "“最新进展”里没有年份：最新的一步是哪一年、由谁做到的？"),
    _Wish(PROGRESS, _ABROAD, "“最新进展”只讲了国内或自己的工作：国外同行做到了哪一步？"),
    _Wish(SIGNIFICANCE, _WHO, "“重要意义”没有说谁受益：取得突破后，哪个领域、哪些行业或人群会因此不同？"),
    _Wish(
        SIGNIFICANCE,
        re.compile(r"\d|[一二三四五六七八九十百千万亿]+(?:成|倍|元|分之|个百分点)|[几数上](?:十|百|千|万|亿)"),
        "“重要意义”里没有数量：能否估一个数（省多少、多多少、影响多少人），并说明按什么算？",
    ),
)
_EVIDENCE = {
    "技术就绪水平量值": "“技术就绪水平量值”由您参照通知所列国家标准自行测算，本工具不代填："
    "已经做过哪些试验、在什么环境里、有哪些报告或证明可以作为依据？"
}
"""Fields of which only the evidence is asked for."""


def ask_precisely(texts: Mapping[str, str]) -> list[str]:
    """Return questions on the sections that have words, in the order of the form.

    Args:
        texts: the author's words by label.
    """
    return [
        wish.question for wish in _WISHES if (text := texts.get(wish.label, "").strip()) and not wish.shown.search(text)
    ]


def ask_for_evidence(label: str) -> str | None:
    """Return the question on a field of which only the evidence may be asked for; None for any other."""
    return _EVIDENCE.get(label)
