"""Which words name a body: an organisation, a country beside it, a sort of units."""

import re

from assistant.checks.parsing.organisations import ORGANISATION_ENDS, is_organisation
from assistant.checks.parsing.proposals.entries import NOTHING
from assistant.checks.parsing.proposals.places import CONTINENTS, find_country
from assistant.text import bare

REMARK = re.compile(
    r"^(?:以上|上述|其中|注|备注|说明|共(?:计|有)?\s*[\d一二三四五六七八九十]|合计|总计|"
    r"各(?:参与)?单位|项目(?:由|组)|均)|。.+|(?:均为|均系|均已|签订|签署)"
)
NO_NAME = re.compile(
    r"拟|邀请|待定|负责|承担(?!单位)|开展|配合|提供|牵头(?!单位)|实施|以及|研制|研究(?!院|所|中心|总院|会|室|"
    r"设计|基地)|注册|成立|法人|性质|国籍|地址|邮编|联系|分工|任务|课题|经费"
)
_BODY_ENDS = (
    "组织",
    "署",
    "机构",
    "企业",
    "电力",
    "电网",
    "石油",
    "银行",
    "政府",
    "海关",
    "研究室",
    "教研室",
    "支队",
    "大队",
    "总队",
    "委会",
    "司",
    "农场",
    "林场",
    "机场",
    "保护区",
)
MAY_BE_BODY = re.compile(f"[{''.join(sorted({end[-1] for end in (*ORGANISATION_ENDS, *_BODY_ENDS)}))}]")
"""In every name of a body; half of the cells of a table have none."""
_COUNTRY = re.compile(
    r"(?i:USA|US|UK|EU|Germany|France|Japan|Korea|Italy|Spain|Norway|Sweden|Denmark|Finland|"
    r"Netherlands|Belgium|Austria|"
    r"Switzerland|Russia|Canada|Australia|New Zealand|Singapore|Israel|India|Brazil|China|Hong Kong|Macau|Taiwan)|"
    + "|".join(CONTINENTS)
)
"""A country that stands beside a name, between marks of its own."""
SORT = re.compile(
    r"(?:其他)?(?:高等学校|高等院校|高校|院校|大学|科研院所|科研机构|科研单位|研究机构|研究院所|"
    r"企业|企业单位|事业单位|医疗机构|医院|社会组织|"
    r"牵头单位|参与单位|参加单位|合作单位|中方单位|外方单位|单位)"
)
"""A sort of units, and no unit's name."""
ABOVE = re.compile(r"(?:行政|业务)?(?:隶属|归属|直属|主管|上级|归口|挂靠|前身|推荐|登记机关|注册机关|发证|审批)")
"""What stands before a body that a unit belongs to and that takes no part."""
_LEAST_NAME, _LONGEST_NAME = 2, 120
_LATIN = re.compile(r"[A-Za-z]{2}")


def is_name(name: str, *, foreign: bool) -> bool:
    """Say whether a text names a unit; abroad a Latin name or a country tells as much as the ending of a body."""
    body = is_body(name)
    if not body and not foreign:  # most cells of a table
        return False
    if not has_length(name) or NOTHING.fullmatch(name) or REMARK.match(name) or SORT.fullmatch(name):
        return False
    if _COUNTRY.fullmatch(name):
        return False
    if body:
        return not re.match(r"(?:负责|承担|开展|配合|由|与|并|是|联合(?!国))", name) and not ABOVE.match(name)
    return not NO_NAME.search(name) and (bool(_LATIN.search(name)) or find_country(name) is not None)


def has_length(name: str) -> bool:
    """Say whether a name has neither too few characters nor those of a sentence, both ends counted."""
    return _LEAST_NAME <= len(bare(name)) <= _LONGEST_NAME


def is_body(name: str) -> bool:
    """Say whether a name ends as those of organisations do, or of the sorts that only proposals list."""
    return is_organisation(name) or name.endswith(_BODY_ENDS)
