"""The persons of a proposal: leader and members, with what is said of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.organisations import is_organisation
from assistant.checks.parsing.people import is_person
from assistant.checks.parsing.proposals.births import Birth, find_births
from assistant.checks.parsing.proposals.entries import NOTHING, split_lines, split_outside
from assistant.checks.parsing.proposals.places import MAINLAND, find_country
from assistant.checks.parsing.surnames import is_chinese_name
from assistant.domain.draft import FieldLine, Location

Sex = Literal["男", "女"]

_LABEL = re.compile(
    r"^(?:(?:项目|课题|任务)?(?:总)?(?:负责人|申请人|首席(?:科学家)?|牵头人|带头人|骨干|参与人员|"
    r"参加人员|成员)(?:姓名)?|姓\s*名|主要(?:成员|参加人员)|研究骨干|"
    r"团队成员|其他(?:参与)?人员)\s*(?:[(]?\d{1,3}\s*[名人位][)]?)?\s*(?:包括|为|有)?\s*[:,]?\s*"
)
_ITEM = re.compile(
    r"性别|姓名|职称|职务|学[位历]|国[籍别]|单位|出生|年龄|专业|民族|简[历介]|手机|电话|邮箱|证件|"
    r"聘用|方向|情况|以上|全体|其他"
)
"""What a label names and no person is called."""
_TASK = re.compile(r"(?:子?课题|任务)\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[^,;:。]{0,30}?(?:负责人)\s*[:]?")
_SEX = re.compile(r"(?<![\u4e00-\u9fff])(?:性别\s*:?\s*)?(?P<sex>[男女])(?:性)?(?![\u4e00-\u9fff])")
_NAMES = re.compile(r"[\u4e00-\u9fff]{2,3}(?:\s+[\u4e00-\u9fff]{2,3})+")
"""Words with nothing but gaps between, which may be names."""
_TWO = re.compile(r"(?<=\))[和与及](?=[\u4e00-\u9fff]{2,4}\()|(?:共同|联合)(?:担任|负责|主持)\S{0,6}$")
"""Between names that each bear a remark, and what is said of both: 甲（某大学）与乙（某院）共同担任."""
_AGE = re.compile(r"(?:年龄\s*[:为]?\s*)?(?P<age>[2-9]\d)\s*(?:周?岁)")
_ASSISTANT = r"(?<!助理)(?<!实习)(?<!见习)(?<!初级)"
_SENIOR = re.compile(
    rf"{_ASSISTANT}(?<!博士后)(?:教授|研究员(?!级)|研究馆员)|编审|(?:副)?主任(?:医|药|护|技|"
    rf"中医)师|(?:正|教授级|研究员级|特级)?高级?(?:工程师|工(?![业程作])|"
    r"实验师|农艺师|兽医师|畜牧师|经济师|会计师|统计师|审计师|工艺美术师|城乡规划师|建筑师|规划师|"
    r"政工师|记者|编辑|教师|讲师)|正高级?|副高级?|高级职称|副?译审|一级律师|院士"
)
_NOT_HELD = re.compile(
    r"(?:博|硕)士生?导师|(?:正在|拟|已)?(?:申报|申请|参评|拟评|待评|拟聘)[^,;。]{0,10}|"
    r"[^,;。]{2,10}(?:评审|公示|评定)中(?!心)"
)
"""Words with a title in them that the person does not have."""
_JUNIOR = re.compile(
    r"讲师|助教|助理(?:教授|研究员|工程师|研究馆员)|实习研究员|助研|主治(?:医|中医)师|住院医师|"
    r"(?<!高级)(?<!级)(?<!主任)(?<!总)工程师|(?<!高级)实验师|(?<!高级)农艺师|中级|初级|"
    r"博士后|无职称|职称\s*[:：]?\s*无|未(?:评|定)(?:职称)?|技术员|研究生|"
    r"(?<!高级)(?<!正高级)技师|主管(?:药|护|技)师|馆员"
)
_NO_DEGREE = re.compile(
    r"(?:在读|攻读|在职攻读|就读)[^,;。]{0,4}博士|博士(?:学位)?\s*[(]?(?:研究生)?(?:在读|"
    r"生(?!导师)|候选人|肄业|未毕业|未取得|尚未)|博士(?:学位)?(?:攻读|申请)中|(?:无|没有|"
    r"未(?:取得|获得?)|不具有)[^,;。]{0,4}博士"
)
_DOCTOR = re.compile(r"博士(?!生导师|后(?:流动站|工作站|合作导师)|点|论文)|Ph\.?\s?D|哲学博士", re.IGNORECASE)
_LOWER = re.compile(r"硕士(?!生导师|点)|学士|本科|大专|专科|研究生学历")
_NATIONALITY = re.compile(
    r"(?:国籍|国别|籍贯|"
    r"国家[(]?地区[)]?)\s*(?:[(]地区[)])?\s*[:为]?\s*(?P<name>[^,;。()\s]{1,12})|"
    r"(?P<short>[\u4e00-\u9fff]{1,5})籍(?!贯)"
)
_FOREIGNER = re.compile(
    r"外籍|外国(?:国籍|公民|专家)|港澳台|(?:香港|澳门|台湾)(?:地区|特别行政区|居民|永久|籍|同胞)|华裔|绿卡"
)
_REGION = re.compile(
    r"(?:^|[,;:(\t])(?:中国)?(?P<name>香港|澳门|台湾)(?:特别行政区|地区|居民|永久居民|籍)?(?=[,;)\t。]|$)"
)
_SHORT = {
    "美": "美国",
    "英": "英国",
    "德": "德国",
    "法": "法国",
    "日": "日本",
    "韩": "韩国",
    "加": "加拿大",
    "澳": "澳大利亚",
    "俄": "俄罗斯",
    "意": "意大利",
    "荷": "荷兰",
    "新": "新加坡",
    "中国": MAINLAND,
    "中": MAINLAND,
    "汉": MAINLAND,
}
_PART_TIME = re.compile(r"非全职|兼职|双聘|客座|短期(?:聘用|受聘)|讲座|柔性引进|每年(?:在华)?工作[^,;。]{0,4}个?月")
_FULL_TIME = re.compile(r"(?<!非)全职")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person, with the words about them."""

    name: str
    text: str
    """Everything that is said of the person; full-width forms folded."""
    sex: Sex | None
    birth: Birth | None
    where: Location

    @property
    def senior(self) -> bool | None:
        """Say whether the person has a senior title, associate grades included; None where no title is given."""
        if _SENIOR.search(_NOT_HELD.sub("", self.text)):
            return True
        return False if _JUNIOR.search(self.text) else None

    @property
    def doctor(self) -> bool | None:
        """Say whether the person has a doctorate, which a student has not; None where no degree is given."""
        if _NO_DEGREE.search(self.text):
            return False
        if _DOCTOR.search(self.text):
            return True
        return False if _LOWER.search(self.text) else None

    @property
    def nationality(self) -> str | None:
        """Country or region; 外籍 where only that is said; None where nothing is."""
        if region := _REGION.search(self.text):
            return region["name"]
        for found in _NATIONALITY.finditer(self.text):
            name = found["name"] or found["short"]
            country = _SHORT.get(name) or find_country(name, name)
            if country:
                return country
        return "外籍" if _FOREIGNER.search(self.text) and not re.search(r"非(?:外籍|港澳台)", self.text) else None

    @property
    def is_foreign(self) -> bool | None:
        """Say whether the person is foreign or from Hong Kong, Macao or Taiwan; None where nothing is said."""
        return None if self.nationality is None else self.nationality != MAINLAND

    @property
    def full_time(self) -> bool | None:
        """Say whether the person is employed full time; None where nothing is said."""
        if _PART_TIME.search(self.text):
            return False
        return True if _FULL_TIME.search(self.text) else None

    @property
    def states_age(self) -> str | None:
        """An age in years, which no date of birth can be told from; None where there is none."""
        found = _AGE.search(self.text)
        return found[0] if found else None


def list_persons(lines: Iterable[FieldLine]) -> list[Person]:
    """Return the persons of a field, in order; a leader's field may tell of one person in many lines."""
    told: list[tuple[str, list[str], Location]] = []
    for line in lines:
        for text in _split_line(narrow(line.text)):
            name = _find_name(text)
            if name:
                told.append((name, [text], line.where))
            elif told:
                told[-1][1].append(text)
            elif text.strip():
                told.append(("", [text], line.where))
    found = [_build(name, "，".join(texts), where) for name, texts, where in told]
    return [one for one in found if one.name or one.birth or len(found) == 1]


def _build(name: str, text: str, where: Location) -> Person:
    sex = _SEX.search(text)
    births = find_births(text)
    return Person(
        name=name,
        text=text,
        sex="男" if sex and sex["sex"] == "男" else "女" if sex else None,
        birth=births[0] if births else None,
        where=where,
    )


def _split_line(line: str) -> Iterator[str]:
    """Yield the parts about one person each: between semicolons, full stops and numbers, or a list of mere names."""
    if NOTHING.fullmatch(line):
        return
    for item, _ in split_lines(line):
        for part in split_outside(item, ";。"):
            names = split_outside(_TWO.sub("、", _strip_label(part)), "、")
            names = names[0].split() if len(names) == 1 and _NAMES.fullmatch(names[0]) else names
            if len(names) > 1 and sum(_is_name(_bare_name(name)) for name in names) >= len(names) - 1:
                yield from (f"姓名:{name}" for name in names)
            else:
                yield part


def _strip_label(text: str) -> str:
    task = _TASK.search(text)
    text = text[task.end() :] if task else text
    for _ in range(2):
        text = _LABEL.sub("", text.strip())
    return text


def _find_name(text: str) -> str | None:
    body = _strip_label(text)
    pieces = [piece for cell in body.split("\t") for piece in split_outside(cell, ",、:")]
    for place, piece in enumerate(pieces[:3]):
        name = _bare_name(piece)
        if _is_name(name) or (not place and (len(pieces) > 1 or body != text.strip()) and _may_be_name(name)):
            return name
    return None


def _bare_name(text: str) -> str:
    plain = re.sub(r"\([^()]*\)", "", text).strip(" .。,;")
    plain = re.sub(r"(?:等|共)\s*\d*\s*[名人位]?$", "", plain)
    plain = re.sub(r"(?<=^[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]$)", "", plain)
    titled = re.match(
        r"([\u4e00-\u9fff]{2,4}?)(?:副?教授|(?:副|助理)?研究员|(?:正?高级)?工程师|(?:副)?主任医师|"
        r"博士|讲师|院士|先生|女士)$",
        plain,
    )
    return (
        titled[1]
        if titled and is_chinese_name(titled[1])
        else plain.split(" ")[0]
        if re.match(r"[\u4e00-\u9fff]{2,4} ", plain)
        else plain
    )


def _may_be_name(text: str) -> bool:
    """A rare surname where a name is due."""
    plain = re.fullmatch(r"[\u4e00-\u9fff]{2,3}", text) and not _ITEM.search(text)
    return bool(plain) and is_person(text) and not is_organisation(text)


def _is_name(text: str) -> bool:
    if is_organisation(text) or not is_person(text):
        return False
    return is_chinese_name(text) or bool(re.search(r"[·•A-Za-z]", text))
