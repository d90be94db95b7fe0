"""Foreign bodies that recommend jointly, as a report's prose tells of them."""

import re

from assistant.checks.parsing.organisations import COUNTRIES

_REGION = rf"(?:{COUNTRIES}|国际|世界|全球|亚洲|亚太|欧亚|环太平洋|太平洋|拉美|中东|海湾)"
_BODY = (
    r"(?:联盟|联合会|总会|学会|协会|研究会|科学院|工程院|研究院|研究所|理事会|基金会|学院|大学|组织|机构|中心|"
    r"实验室|学社|科协)"
)
_INTERNAL = (
    r"(?!(?:合作|交流|学术|会议|期刊|联络|事务|化|先进|前沿|领先|一流|科技合作|上|热点|同行|比较|人才|影响|"
    r"竞争)(?!.{0,6}(?:联盟|联合会|学会|协会)))"
)
_HAN_NAME = (
    rf"(?<!中国)(?<!中华){_REGION}{_INTERNAL}[\u3400-\u9fffA-Za-z·（）()与和及 -]{{0,24}}?{_BODY}(?!部|委员会|"
    rf"办公室|方式|形式)(?<!组织)"
    rf"|(?<!中国)(?<!中华){_REGION}{_INTERNAL}[\u3400-\u9fff]{{0,24}}?组织(?!征集|开展|实施|遴选|了|各)"
)
_LATIN_NAME = (
    r"(?<![A-Za-z])(?:[A-Z][A-Za-z&.\-]{0,20}(?: (?:of|for|the|and|on|in|[A-Z][A-Za-z&.\-]{0,20})){0,8} )?"
    r"(?:Society|Association|Union|Institute|Federation|Academy|Council|Alliance|Organi[sz]ation|Institution|"
    r"Consortium)"
    r"(?: (?:of|for|the|and|on|in|[A-Z][A-Za-z&.\-]{0,20})){0,8}"
)
_GENERAL = (
    r"(?:国外|境外|海外|外国|国际)(?:相关|有关|知名|同行|对口|科技|学术|专业)*(?:组织|学会|协会|机构|团体|"
    r"学术团体)"
)
_ACRONYM = (
    r"(?<![A-Za-z])(?:IEEE|ACM|AIAA|ASME|IET|IUPAC|IUPAP|OSA|SPIE|ISO|ITU|RSC|ACS|APS|IUGG|IAU|INCOSE|IFAC|"
    r"CIRP|WHO|UNESCO)(?![A-Za-z])"
)
_UNITED = r"联合国(?!外|际|内|家)[\u3400-\u9fff]{2,10}(?:组织|署|计划|机构|委员会)"
_NAME = rf"(?:{_UNITED}|{_HAN_NAME}|{_LATIN_NAME}|{_GENERAL}|{_ACRONYM})"
_WRAP = r"[“《「\"（(]?\s*"
_DEED = r"(?:推荐(?!委员会|标准|原则|条件|人)|提名|遴选(?!标准|原则|委员会)|申报|提出|征集|提交)"
_TOGETHER = r"(?:联合|共同|会同|协同|携手|合作|一道|一起|联名|参与|参加)"
_PERSONS = r"(?:专家|学者|会员|院士|教授|人士|青年|代表性)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        (rf"(?:联合|会同|协同|携手|偕同|联手){_WRAP}(?:了|"
        rf"相应的?)?{_NAME}(?!(?:的)?{_PERSONS})[^。；\n]{{0,24}}?{_DEED}"),
        (rf"(?:与|同|和|及|、){_WRAP}{_NAME}(?!(?:的)?{_PERSONS})[^。；\n]{{0,12}}?(?:联合|共同|合作|一道|一起|"
        rf"携手|联名)[^。；\n]{{0,16}}?{_DEED}"),
        (rf"{_NAME}(?!(?:的)?{_PERSONS})(?:作为|以|系|是|"
        rf"为)?[^。；，,\n]{{0,14}}?{_TOGETHER}[^。；，,\n]{{0,12}}?{_DEED}"),
        (rf"(?:联合推荐|共同推荐|联合提名)[^。；，,\n]{{0,4}}(?:国外|境外|外方|国际|合作)?(?:科技)?(?:组织|机构|"
        rf"单位|方|学会|伙伴)[^。；\n]{{0,6}}?(?:为|是|有|包括|系|[:：])[^。；\n]{{0,8}}?{_NAME}"),
        rf"{_NAME}[^。；，,\n]{{0,10}}(?:为|是|系|作为)[^。；，,\n]{{0,8}}(?:联合推荐|共同推荐)",
    )
)  # fmt: skip
_SHARED_WORK = re.compile(
    rf"(?:联合|会同|协同|携手|偕同|与|同|和){_WRAP}(?:了)?(?P<name>{_NAME})(?!(?:的)?{_PERSONS})[^。；，,\n]{{0,6}}?"
    r"(?:联合|共同|合作|一道|一起|携手|协作)?(?:开展|进行|组织|实施|完成|主办|举办)"
)
_THIS_CALL = re.compile(r"(?:本|此|这)(?:次|届|年度?|轮|项|批)[^。；，,\n]{0,8}(?:推荐|遴选|征集)")
"""The sentence is about the recommendation itself and not about meetings or journals."""
_REMARK = re.compile(r"[（(][^（）()]*[）)]")
_DENIAL = re.compile(
    r"未(?!来)|没有|没|无(?=国外|境外|联合|外方|外国|国际|此|相关|上述|任何|需)|(?:^|[：:])\s*无|不(?:涉及|"
    r"存在|包括|包含|与|联合|会同|属于|再|曾|邀请|设|接受)|"
    r"并非|非(?=国外|境外|国际|与|联合)|鼓励|欢迎|提倡|拟|打算|今后|下一步|将来|下届|明年|计划(?=与|联合|邀请|"
    r"会同)|希望|建议|可以?(?=与|联合|邀请|会同)|如(?:果|有|需)?(?=与|联合|邀请|有|存在)|"
    r"若|凡|对于|应邀请|往年|去年|上届|曾(?:经)?(?=与|联合|会同)"
)
_DENIED_AFTER = re.compile(
    r"^[^。；，,\n]{0,12}(?:[:：]\s*(?:无|没有|否)|不存在|没有发生|未发生|情形?为?无|为无|不适用)|^的(?:情形|"
    r"情况|单位|学会)?[，,]?(?:应|须|需|可|要)"
)
_LONGEST_SENTENCE = 600
"""Characters of a sentence that is still prose."""


def find_partner(text: str) -> str | None:
    """Return the words that tell of a joint recommendation with a foreign body; None where there are none.

    Denials (没有联合国外组织), intentions (今后拟联合) and general rules (联合国外组织推荐的，应…) tell of none.
    """
    for sentence in re.split(r"[。；;\n]", text):
        if len(sentence) > _LONGEST_SENTENCE:
            continue
        plain = _REMARK.sub("", sentence)
        for said in dict.fromkeys((sentence, plain)):
            patterns = (*_PATTERNS, _SHARED_WORK) if _THIS_CALL.search(said) else _PATTERNS
            for pattern in patterns:
                for found in pattern.finditer(said):
                    if not _is_denied(said, found):
                        return found.group()
    return None


def _is_denied(sentence: str, found: re.Match[str]) -> bool:
    before = _DENIAL.search(_same_statement(sentence, found))
    return bool(before or _DENIED_AFTER.match(sentence[found.end() :]))


def _same_statement(sentence: str, found: re.Match[str]) -> str:
    """The words up to the end of the match, from the last comma but one, since a denial rarely reaches further."""
    before = sentence[: found.start()]
    clauses = re.split(r"[，,]", before)
    return "，".join(clauses[-2:]) + found.group()
