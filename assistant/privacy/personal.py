"""Who is named in a draft's items about persons, and how they are reached."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.checks.anonymising import find_employer, list_names
from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.organisations import is_organisation, split_organisations
from assistant.checks.parsing.people import find_part, list_emails
from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes
from assistant.domain.form import FieldRole, Form
from assistant.domain.outgoing import Datum
from assistant.errors import UnreadableFileError

_ROLES: frozenset[FieldRole] = frozenset({"author", "phone", "email", "leader", "members", "ongoing"})
_ADDRESSES = frozenset({"通信地址"})
_LABELLED = re.compile(
    r"(?<![\u4e00-\u9fffA-Za-z])(?:作者(?:信息|姓名|单位)?|第[一二三四]作者|通[讯信]作者|姓\s*名|联\s*系\s*(?:人|电话|方式|地址)|(?:工作|所在|所属)?单\s*位(?:名称)?|"
    r"(?:项目|课题)?负责人|学术秘书|填[表报]人|提交人|经办人|电\s*话|手\s*机|座\s*机|邮\s*箱|电子邮[箱件]|e-?mail|通[信讯]地址|身份证号?码?|"
    r"name|affiliation|phone|tel|address|authors?)\s*[:：]",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\d.])\+?\d(?:[\d*xX×]|[-\s—()（）](?=\d)){5,}[\dXx]")
"""In an item for contact data any long run of digits is one of them, however badly written."""
_PARENT = re.compile(r".{2,}?(?:大学|学院|研究院|研究所|科学院|工程院|公司|集团|医院|学会|协会)")
_STREET = re.compile(r"[省市区县路街]")
_SHORTEST = 2


def find_personal(texts: Sequence[str], forms: Sequence[Form]) -> Iterator[tuple[Datum, str]]:
    """Yield each datum with its kind, as it is written; names and units only from items about persons.

    Args:
        texts: whole drafts, notes or messages.
        forms: whose labels tell which items are about persons.
    """
    for text in texts:
        for item in dict.fromkeys([*_list_items(text, forms), *_list_lines(text)]):
            yield from (one for one in _read_item(item) if len(one[1].strip()) >= _SHORTEST)


def _list_items(text: str, forms: Sequence[Form]) -> Iterator[str]:
    """Yield the items about persons, the text read as each form: what is an item in any of them is one."""
    try:
        document = read_bytes("文字.txt", text.encode())
    except UnreadableFileError:  # empty, or longer than any draft: lines with labels are looked at all the same
        return
    for form in forms:
        about = {spec.label for spec in form.fields if spec.role in _ROLES or spec.label in _ADDRESSES}
        yield from (one.text for one in recognise(document, [form]).fields if one.label in about)


def _list_lines(text: str) -> Iterator[str]:
    """Yield what follows the first label of a person or a contact in a line, label included."""
    for line in text.splitlines():
        if found := _LABELLED.search(line):
            yield line[found.start() :].strip()


def _read_item(item: str) -> Iterator[tuple[Datum, str]]:
    units = (name for part in re.split(r"[:：\t]", item) for name in split_organisations(part))
    found: dict[Datum, Iterable[str | None]] = {
        "姓名": list_names(item),
        "单位": _with_parents([find_employer(item) or "", *filter(is_organisation, units)]),
        "邮箱": [one for one in list_emails(item) if "@" in narrow(one)],
        "电话": [one.group().strip() for one in _DIGITS.finditer(item)],
        "地址": [address] if _STREET.search(address := find_part("address", item) or "") else [],
    }
    for kind, data in found.items():
        for datum in data:
            if datum:
                yield kind, datum


def _with_parents(units: Iterable[str]) -> Iterator[str]:
    """Yield each unit, and the body that it is part of: a text may name either (东湖理工大学材料学院)."""
    for unit in filter(None, units):
        yield unit
        if (parent := _PARENT.match(unit)) and parent.group() != unit:
            yield parent.group()
