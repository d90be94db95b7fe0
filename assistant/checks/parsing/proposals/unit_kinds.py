"""What kind of body a unit of a proposal is, as its name and the remarks beside it tell."""

import re
from typing import Literal

from assistant.checks.parsing.proposals.places import MAINLAND, find_country

UnitKind = Literal[
    "enterprise", "university", "institute", "hospital", "state-organ", "public-institution", "dependent",
    "subsidiary", "foreign", "unclear",
]  # fmt: skip
UNIT_KIND_NAMES: dict[UnitKind, str] = {
    "enterprise": "企业",
    "university": "高等学校",
    "institute": "科研院所",
    "hospital": "医疗机构",
    "state-organ": "国家机关",
    "public-institution": "其他事业单位",
    "dependent": "没有法人资格的内设机构",
    "subsidiary": "境外企业在华的子公司",
    "foreign": "国（境）外单位",
    "unclear": "不能确定的单位",
}
_NOTED: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    ("state-organ", re.compile(r"(?<!非)(?:国家|行政|党政)机关|政府(?:部门|机构)|行政机构")),
    ("dependent", re.compile(
        r"(?:不|未|无|没有)[^，。；]{0,8}(?:独立)?法人(?:资格|地位)?|非(?:独立)?法人|内设机构|二级(?:单位|机构|学院)"
    )),
    ("hospital", re.compile(r"^(?:三级甲等)?(?:医院|医疗机构|医疗卫生机构)|三级甲等|三甲")),
    ("enterprise", re.compile(r"(?<!非)(?<!合)企业(?!.{0,2}事业)|^(?:民企|国企|央企)$")),
    ("university", re.compile(r"高等(?:学校|院校)|高校|大学$")),
    ("institute", re.compile(r"科研(?:院所|机构|单位)|研究机构")),
    ("public-institution", re.compile(r"事业单位|事业法人")),
)  # fmt: skip
_OWNED = re.compile(
    r"外商独资|外资(?:企业|独资)|中外合[资作]|在华(?:子公司|分公司|独资|全资|研发中心)|"
    r"中国(?:子公司|分公司|区|研发中心)"
)
_REGISTERED = re.compile(
    r"境内(?:注册|法人|子公司)|注册(?:地|于|在)[^，。；]{0,6}(?:境内|大陆|内地|[省市]|北京|上海|"
    r"天津|重庆|江苏|浙江|广东)"
)
_IN_CHINA = re.compile(
    r"\((?:中国|大中华|亚太|北京|上海|天津|重庆|深圳|广州|苏州|南京|杭州|武汉|成都|西安|无锡|大连|"
    r"青岛|沈阳|长春|常州|昆山|太仓|宁波|厦门|合肥)\)"
    r"|(?<=[\u4e00-\u9fff])中国(?:有限|投资|研发|技术|公司|分公司)"
)
_ENTERPRISE = re.compile(r"公司|集团|股份|(?<![工农])厂$|合作社$|企业$|银行$|电网$|事务所$")
_HOSPITAL = re.compile(
    r"医院(?!.{0,3}(?:管理|集团|公司|大学))|卫生院$|疾病预防控制中心$|疾控中心$|急救中心$|妇幼保健院$|保健院$"
)
_DEPENDENT = re.compile(
    r"(?:大学|学院|研究院|研究所|科学院|公司|集团|医院|学校)\S*?(?:实验室|课题组|研究室|教研室|"
    r"团队|研究组|工作站|(?<!法)学系|[^关联]系|"
    r"工程(?:技术)?研究中心|研究中心|创新中心|事业部|科研处|科技处|分公司|分行|办事处|代表处)$"
)
_FACULTY = re.compile(r"大学\S{1,12}(?:学院|学部)$")
_UNIVERSITY = re.compile(r"大学|学院$|高等专科学校|党校$|职业技术学校$")
_INSTITUTE = re.compile(
    r"科学院|研究院|研究所|研究总院|研究中心|实验室|设计院|规划院|勘察院|勘测院|农科院|工程院|"
    r"[^医卫事]院$|(?<!事务)(?<!派出)所$|天文台|科学中心"
)
_NO_ORGAN = re.compile(
    r"地质.{0,8}局|地勘局|测绘局|供电局|铁路局|勘[察测探查].{0,4}局|工程局|水文局|水文.{0,6}局|"
    r"水利委员会|电力局|矿务局|石油管理局|盐业|盐务|邮政局|"
    r"^中(?:国)?(?:铁|建|交|冶|水电|电建)|[一二三四五六七八九十]局$|气象局|地震局|农垦|建工局|"
    r"建设集团|学会|协会|专业委员会|专委会|技术委员会|居民委员会|村民委员会|管理局(?:有限|集团)|"
    r"(?:大学|学院|研究院|研究所|公司|医院|中心|集团)"
)
_ORGAN = re.compile(
    r"(?:人民政府|政府|(?:厅|局|委员会|法院|检察院|办公厅|办公室|指挥部|管委会|国务院|海关|总署)|"
    r"(?:[省市县区]|自治[区州]|兵团)(?:\S{0,12}委)|^(?:国家|中央)\S{2,14}(?:部|局|委|署|总局)|"
    r"^(?:科学技术|教育|生态环境|自然资源|农业农村|工业和信息化|交通运输|水利|应急管理|"
    r"住房和城乡建设|公安|司法|民政|财政|"
    r"商务|文化和旅游|人力资源和社会保障|国防|外交|国家安全|退役军人事务|科技)部)$"
)
_INNER = re.compile(
    r"^(?P<organ>\S+?(?:厅|局|委员会|委|部|署|政府|法院|检察院))[\u4e00-\u9fff]{2,8}(?:处|科|司|办公室)$"
)
_PUBLIC = re.compile(
    r"(?:中心|总站|站|馆|台|园|基地|检验所|检测院|监测中心|出版社|学会|协会|研究会|基金会|保护区|林场|农场)$"
)


def classify_unit(name: str, note: str = "", *, abroad: bool = False) -> UnitKind:
    """Return the kind of the unit.

    Args:
        name: without remarks; full-width forms folded.
        note: remarks beside it, such as 企业 or 事业单位法人.
        abroad: True for one that the draft lists as a foreign partner.
    """
    if _is_subsidiary(name, note, abroad=abroad):
        return "subsidiary"
    country = find_country(name, note)
    if country not in {None, MAINLAND} or (abroad and country is None):
        return "foreign"
    noted: UnitKind | None = next((kind for kind, pattern in _NOTED if pattern.search(note)), None)
    named = _classify_name(name)
    if noted == "public-institution":
        return named if named in {"university", "institute", "hospital", "dependent"} else "public-institution"
    return noted or named


def is_organ(name: str) -> bool:
    """Say whether the name is a state organ's or an office inside one; public institutions and firms are none."""
    plain = re.sub(r"\(.*?\)", "", name).strip()
    inner = _INNER.match(plain)
    named = inner["organ"] if inner else plain
    return bool(_ORGAN.search(named)) and not _NO_ORGAN.search(plain)


def _is_subsidiary(name: str, note: str, *, abroad: bool) -> bool:
    """A firm in China that a foreign one owns; a Chinese name alone says nothing of its owner."""
    if not _ENTERPRISE.search(name):
        return False
    plain = re.sub(r"\(.*?\)", "", name)
    foreign = abroad or find_country(plain) not in {None, MAINLAND} or bool(re.match(r"[A-Za-z]", plain))
    return bool(_OWNED.search(note)) or (foreign and bool(_IN_CHINA.search(name) or _REGISTERED.search(note)))


def _classify_name(name: str) -> UnitKind:
    rules: tuple[tuple[bool, UnitKind], ...] = (
        (is_organ(name), "state-organ"),
        (bool(_ENTERPRISE.search(name)) and not _DEPENDENT.search(name), "enterprise"),
        (bool(_HOSPITAL.search(name)), "hospital"),
        (bool(_DEPENDENT.search(name)) and "科学院" not in name, "dependent"),
        (bool(_INSTITUTE.search(name)) and not re.search(r"大学$|学院$", name), "institute"),
        (bool(_UNIVERSITY.search(name)), "university"),
        (bool(_PUBLIC.search(name)), "public-institution"),
    )
    for holds, kind in rules:
        if holds:
            return kind
    return "unclear"


def is_faculty(name: str) -> bool:
    """Say whether the name is a faculty's, which mostly has no legal personality of its own."""
    return bool(_FACULTY.search(name)) and not _HOSPITAL.search(name)
