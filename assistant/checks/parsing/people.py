"""Names of persons, and the parts of a contact: employer, numbers, addresses."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.organisations import is_organisation
from assistant.domain.kinds.layout import Part
from assistant.patterns import lazily

NOTHING = lazily(
    r"^[\s_＿—/\\-]*(?:无|略|待定|待补充?|待填|暂无|暂缺|空|同上|未知|不详|TBD|N/?A)?[\s_＿—/\\.。-]*$", re.IGNORECASE
)
_POST = lazily(
    r"院士|教授|研究员|工程师|医师|讲师|博士|硕士|主任|院长|所长|校长|部长|处长|科长|站长|总经理|经理|总工|董事|主席|理事|会长|"
    r"秘书|总监|首席|科学家|专家|编审|主编|编辑|技师|药师|农艺师|畜牧师|兽医师|实验师|设计师|建筑师|规划师|工程总师|总师|"
    r"组长|队长|馆长|台长|局长|厅长|司长|书记|博导|硕导|副研|助研|助教|fellow|professor|director|chair|dr\.|engineer|scientist|president",
    re.IGNORECASE,
)
_NOT_NAMES = lazily(
    r"^[一二三四五六七八九十两数多几\d]+[名位]|^[共计][一二三四五六七八九十\d]+[名位人]|开展$|专家|教授|研究员|院士|会员|推荐|名单|如下|附后|学会|协会|理事|秘书|联系|手机|邮箱|电话|座机|单位|姓名|作者|以上|本会|序号|类别|职务|"
    r"我会|全体|若干|多名|待|无|签|盖章|公章|\d\s*[年月日]|年月|年度|日期|^[一二三四五六七八九十]+[年月日]|情况|组成|构成|主席|会长|主任|委员|组长|专业|领域|学科|工程|技术|科学|职称|职务|先生$|女士$"
)
_PERSON = lazily(
    r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}[·•・][\u4e00-\u9fff·•・]{1,12}|"
    r"[A-ZÀ-Þ][A-Za-zÀ-ÿ.'’-]*(?:[ .][A-ZÀ-Þ][A-Za-zÀ-ÿ.'’-]*)+"
)
_LONGEST_PERSON = 400
"""Characters of a name with titles and remarks."""
_TITLES_AFTER = lazily(
    r"(?:(?:中国(?:科学|工程)院|两院)?院士|(?:副|特聘|讲席|客座|助理)?(?:教授|研究员|主任|院长|所长)|(?:正高级|教授级|高级){0,4}工程师|"
    r"主任医师|副主任医师|博士|老师|先生|女士|博导|总工程师|首席科学家|首席专家|理事长|秘书长)+$"
)
_AFTER_EMPLOYER = lazily(
    r"^.*(?:大学|学院|研究院|研究所|公司|集团|医院|中心|实验室|学会|协会|院士|教授|研究员|主任|理事长|秘书长)(?=[\u4e00-\u9fff]{2,4})"
)
"""Employer or title in front of a name without any mark between (东湖理工大学沈若川教授)."""
_TITLE_BEFORE = lazily(r"^(?:学术秘书|联系人|联络人)(?:同志|老师)?(?=[\u4e00-\u9fff]{2,4}$)")
"""Office run together with the name (学术秘书张三)."""
_AND_OTHERS = lazily(
    r"等\s*(?:共\s*)?[\d一二三四五六七八九十两]{0,3}\s*[名位人]?(?:同志|专家|学者|院士|教授)?(?=[；;，,、。\s]|$)"
)
_LABELS: dict[Part, str] = {
    "name": r"(?:作者|联系人|秘书|学术秘书)?(?:姓\s*名|名\s*字)|第?[一二三四\d]?\s*作者|联系人|学术秘书|"
    r"通[讯信]作者|name",
    "employer": r"(?:工\s*作\s*)?单\s*位(?:名称)?|所在单位|所属单位|机构|affiliation",
    "mobile": r"手\s*机(?:号码?)?|移动电话|联系电话|联系方式|电\s*话(?:号码)?|mobile|cell|tel(?:ephone)?|phone",
    "landline": r"座\s*机(?:号码?)?|固\s*定?\s*电?\s*话|办公(?:室)?电话|联系电话|电\s*话|tel(?:ephone)?",
    "phone": r"联系电话|联系方式|电\s*话(?:号码)?|手\s*机(?:号码?)?|tel(?:ephone)?|phone",
    "email": r"(?:电子)?邮\s*[箱件](?:地址)?|电子信箱|e-?\s*mail|email|mail",
    "address": r"(?:通[信讯]|联系|邮寄)?地\s*址",
    "post": r"职\s*[务称](?:职称|[/、]职称)?|职称",
}
_ANY_LABEL = lazily("|".join(f"(?:{pattern})" for pattern in _LABELS.values()), re.IGNORECASE)
MOBILE_RUN = lazily(
    r"(?<![\d.A-Za-z])(?<!(?!086)0\d{2}[-—–])(?<!(?!0086)0\d{3}[-—–])(?:\+?86[- ]?)?1[\d*xX×]{1,2}"
    r"(?:[- ]?(?:[\d*×]|[xX](?![A-Za-wyz.@_]))){6,11}(?![\d])"
)
EMAIL_RUN = lazily(r"[\w.+\-]{1,64}\s?@\s?[\w.\-]{0,128}\w|[\w.+\-]{0,64}@[\w.\-]{0,128}", re.ASCII)
"""No Han character belongs to it: 邮箱 may stand before it without a mark."""
LONGEST_CONTACT = 4000
"""Characters of a field for contact data that are looked at; some thirty authors fit."""
_AREA = r"(?:10|2\d|[3-9]\d{2})"
_PART = r"[-\s—–‐/_]{0,3}"
LANDLINE_RUN = lazily(
    rf"(?<!\d)(?:(?:\(?\+?(?:00)?86\)?{_PART})?(?:\(0{_AREA}\)|\[0{_AREA}\]|0{_AREA}){_PART}|"
    rf"\(?\+?(?:00)?86\)?{_PART}\(?{_AREA}\)?{_PART})\d{{3,4}}[-\s—–]?\d{{4}}(?!\d)|"
    r"(?<!\d)400[-\s]?\d{3,4}[-\s]?\d{3,4}(?!\d)"
)
_SHORT_LANDLINE = lazily(r"(?<!\d)[2-8]\d{2,3}[-\s]?\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value behind its own label, such as 手机：…."""

    label: str
    value: str


def is_person(text: str) -> bool:
    """Say whether the words are a person's name, professional titles behind it apart."""
    if len(text) > _LONGEST_PERSON:
        return False
    name = re.sub(r"[（(][^）)]*[）)]", "", text).strip(" 　、，,;；。.:：")
    name = _TITLES_AFTER.sub("", name).strip()
    name = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]$)", "", name)
    return bool(_PERSON.fullmatch(name)) and not _NOT_NAMES.search(name) and not is_organisation(name)


def find_persons(text: str) -> list[str]:
    """Return the names of persons in a free text, in order."""
    flat = _AND_OTHERS.sub(" ", re.sub(r"[（(][^（）()]*[）)]", " ", text))
    flat = re.sub(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])", r"\1\2", flat)
    tokens = re.split(
        r"[；;，,、。\n/:：|]|[ \u3000\t]+(?![A-Z])|(?<=[\u4e00-\u9fff])[ \u3000\t]+|和|"
        r"与(?=[\u4e00-\u9fff]{2,3}(?:$|[，、；]))",
        flat,
    )
    tokens = [_TITLE_BEFORE.sub("", token.strip()) for token in tokens]
    names = (token.strip() if is_person(token) else _AFTER_EMPLOYER.sub("", token.strip()) for token in tokens if token)
    return [name for name in names if is_person(name)]


def holds_post(text: str) -> bool:
    """Say whether the text names a position or a professional title."""
    return bool(_POST.search(text))


def find_part(part: Part, text: str) -> str | None:
    """Return what stands for that part of a contact, however badly written; None where it is missing or blank."""
    folded = narrow(text)
    match part:
        case "mobile":
            return _find_mobile(folded)
        case "landline":
            return _find_landline(folded)
        case "phone":
            return _find_mobile(folded) or _find_landline(folded)
        case "email":
            found = EMAIL_RUN.search(folded)
            return found.group() if found else _find_labelled(folded, part)
        case "name":
            persons = find_persons(_without_numbers(folded))
            return _find_labelled(folded, part) or (persons[0] if persons else None)
        case "employer":
            return _find_labelled(folded, part) or _find_employer(folded)
        case "post":
            found = _POST.search(folded)
            return found.group() if found else _find_labelled(folded, part)
        case "address":
            found = re.search(r"[\u4e00-\u9fff]+(?:省|市|区|县|路|街|号|楼)[\u4e00-\u9fff\d]*", folded)
            return found.group() if found else _find_labelled(folded, part)


def list_labelled(text: str) -> list[Labelled]:
    """Return values behind labels (手机：…), in order."""
    return list(_find_labels(narrow(text)))


@lru_cache(maxsize=32)
def _find_labels(folded: str) -> tuple[Labelled, ...]:
    """Find the labels of a narrowed text; each part of a contact is looked for in the same one."""
    marks = [
        found
        for found in _ANY_LABEL.finditer(folded)
        if re.match(r"\s*[:(：]|\s+\S", folded[found.end() : found.end() + 2])
    ]
    ends = [*(found.start() for found in marks[1:]), len(folded)][: len(marks)]
    values = (
        folded[found.end() : end].lstrip(" :：").rstrip(" ,;。.、\n\t") for found, end in zip(marks, ends, strict=True)
    )
    return tuple(Labelled(found.group(), value) for found, value in zip(marks, values, strict=True))


def list_mobiles(text: str) -> list[str]:
    """Return what is meant as mobile numbers, well-formed or not, landlines left out."""
    folded = narrow(text)
    found = [
        match.group().strip()
        for match in MOBILE_RUN.finditer(folded)
        if not LANDLINE_RUN.fullmatch(match.group().strip())
    ]
    for one in list_labelled(folded):
        is_mobile = re.fullmatch(r"手\s*机(?:号码?)?|移动电话|mobile|cell", one.label, re.IGNORECASE)
        value = re.split(r"[,;、/\n\s](?=\D)|[,;、/]", one.value)[0].strip()
        if (
            is_mobile
            and re.search(r"\d{3}", value)
            and not any(value in one_found or one_found in value for one_found in found)
        ):
            found.append(value)
    return found


def list_emails(text: str) -> list[str]:
    """Return what is meant as addresses of electronic mail, well-formed or not."""
    folded = narrow(text)
    found = [match.group() for match in EMAIL_RUN.finditer(folded)]
    for one in list_labelled(folded):
        value = re.split(r"[,;、\n\s]", one.value)[0].strip()
        is_email = re.fullmatch(_LABELS["email"], one.label, re.IGNORECASE)
        if is_email and not NOTHING.match(value) and not any(value in address or address in value for address in found):
            found.append(value)
    return found


def _find_labelled(folded: str, part: Part) -> str | None:
    for one in list_labelled(folded):
        value = re.split(r"[,;\n]", one.value)[0].strip()
        if re.fullmatch(_LABELS[part], one.label, re.IGNORECASE) and not NOTHING.match(value):
            return value
    return None


def _find_mobile(folded: str) -> str | None:
    found = list_mobiles(folded)
    return found[0] if found else None


def _find_landline(folded: str) -> str | None:
    found = LANDLINE_RUN.search(folded)
    if found:
        return found.group()
    for one in list_labelled(folded):
        if re.fullmatch(_LABELS["landline"], one.label, re.IGNORECASE) and (short := _SHORT_LANDLINE.search(one.value)):
            return short.group()
    return None


def _find_employer(folded: str) -> str | None:
    tokens = re.split(r"[,;、\n\s()]+|:", _without_numbers(folded))
    return next((token for token in tokens if is_organisation(token) or _holds_organisation(token)), None)


def _holds_organisation(token: str) -> bool:
    return bool(
        re.search(
            r"[\u4e00-\u9fff]{2}(?:大学|学院|研究院|研究所|公司|集团|医院|实验室|中心|科学院)|Universit|Institut|Inc\.|Ltd",
            token,
        )
    )


def _without_numbers(folded: str) -> str:
    text = EMAIL_RUN.sub(" ", MOBILE_RUN.sub(" ", folded))
    return re.sub(r"\d+(?:[-\s]\d+)*", " ", text)
