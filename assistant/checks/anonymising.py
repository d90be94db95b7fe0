"""What tells who an author is, found anywhere in a text: names, telephones, addresses of mail, identity numbers."""

import re
from collections.abc import Collection, Iterator

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.organisations import is_organisation
from assistant.checks.parsing.people import EMAIL_RUN, LANDLINE_RUN, find_part, find_persons
from assistant.checks.parsing.surnames import is_chinese_name, split_name

_MOBILE = re.compile(r"(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)")
"""Well-formed numbers only: in prose other long numbers are amounts."""
_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
"""GB 11643: area, day of birth, order, check character."""
_POST = re.compile(r"(?:副?教授|副?研究员|院士|博士|硕士|老师|先生|女士|(?:高级)?工程师|主任|所长|院长)+$")
_GAP = r"[ \u3000]*"
_CALLED = r"(?:老师|教授|副教授|院士|博士|研究员|工程师|主任|所长|院长|先生|女士|同志|课题组|团队|实验室)"
"""What stands behind a surname or a given name by which somebody is spoken of."""
_ACCOUNTS = (
    (
        "微信",
        re.compile(
            r"(?:微信|[Ww]e[Cc]hat)(?:账?号)?(?:同号)?[:： ]{0,2}(?P<own>[A-Za-z][\w-]{5,19})(?![\w-])", re.ASCII
        ),
    ),
    ("QQ", re.compile(r"QQ号?[:： ]{0,2}(?P<own>[1-9]\d{4,10})(?!\d)", re.IGNORECASE)),
    ("ORCID", re.compile(r"(?<!\d)(?P<own>0000-000[1-3]-\d{4}-\d{3}[\dX])(?!\d)")),
)
_UNIT = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:大学|学院|研究院|研究所|科学院|工程院|设计院|总院|公司|集团|医院|实验室|中心|学会|协会|局|厂)"
)
_PARENT = re.compile(r"[\u4e00-\u9fff]{2,}?(?:大学|学院|研究院|研究所|科学院|工程院|公司|集团|医院|学会|协会)")
_LOCAL_PART = re.compile(r"([\w.+-]{2,64})@", re.ASCII)
_LETTERS = re.compile(r"[A-Za-z]{4,}")
_CITED = re.compile(
    r"(?<![A-Za-z])(?P<surname>[A-Z][a-z]+),? ?(?P<initial>[A-Z])(?:[. -]{0,2}[A-Z](?![a-z]))?(?![A-Za-z])\.?"
)
"""Surname and initials, as papers are cited."""
_IMPERSONAL = re.compile(r"^(?:info|office|admin|contact|mail|email|service|kexie|keyan|secretary)$", re.IGNORECASE)
"""Names of mail boxes that many share."""
_LATIN = re.compile(r"[A-Za-z]")


def list_names(text: str) -> tuple[str, ...]:
    """Return the persons named in a field that tells who wrote or answers for the draft."""
    named = map(_join, [*find_persons(text), *find_persons(find_part("name", text) or "")])
    return tuple(dict.fromkeys(name for name in named if _LATIN.search(name) or is_chinese_name(name)))


def _join(name: str) -> str:
    """Return a Chinese name without title and blanks; a Latin one as it is."""
    return name if _LATIN.search(name) else re.sub(r"[ \u3000]", "", _POST.sub("", name))


def find_employer(text: str) -> str | None:
    """Return the employer named in such a field; None where none is."""
    found = (find_part("employer", text) or "").strip()
    return found if is_organisation(found) else None


def list_employers(text: str) -> tuple[str, ...]:
    """Return every unit named in such a field, each with the body that it is part of, the longest first."""
    units = [unit for token in re.split(r"[,，;；、:：()（）\s]+", narrow(text)) for unit in _UNIT.findall(token)]
    found = [*units, *(parent.group() for unit in units if (parent := _PARENT.match(unit)))]
    return tuple(sorted(dict.fromkeys([*found, *filter(None, [find_employer(text)])]), key=len, reverse=True))


def list_mail_names(text: str) -> tuple[str, ...]:
    """Return the words of the names in addresses of mail, by which an author is cited: ouyang of ouyang.rg@…."""
    words = [word for local in _LOCAL_PART.findall(narrow(text)) for word in _LETTERS.findall(local)]
    return tuple(dict.fromkeys(word for word in words if not _IMPERSONAL.match(word)))


def hide(text: str, names: Collection[str], employers: Collection[str] = ()) -> tuple[str, list[str]]:
    """Return the text with a sign in place of each personal datum, and the kinds of what was hidden, in order.

    Args:
        text: any.
        names: of persons; found however they are spaced.
        employers: of those persons.
    """
    found = [*find_personal_spans(text, names, employers), *_find_accounts(text), *_find_called(text, names)]
    found += _find_cited(text, names)
    spans = sorted(found, key=lambda one: (one[0], -one[1]))
    parts: list[str] = []
    kinds: list[str] = []
    place = 0
    for start, end, kind in spans:
        if start < place:
            continue
        parts += [text[place:start], f"【已隐去{kind}】"]
        kinds.append(kind)
        place = end
    return "".join([*parts, text[place:]]), kinds


def find_personal_spans(
    text: str, names: Collection[str], employers: Collection[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of each personal datum, in no order; they may overlap."""
    folded = narrow(text)
    patterns = (("证件号", _IDENTITY), ("手机", _MOBILE), ("电话", LANDLINE_RUN), ("邮箱", EMAIL_RUN))
    for kind, pattern in patterns:
        yield from ((*found.span(), kind) for found in pattern.finditer(folded))
    for kind, words in (("姓名", names), ("单位", employers)):
        for word in words:
            yield from ((*found.span(), kind) for found in _spell(word).finditer(folded))


def _find_accounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the accounts by which somebody is reached."""
    folded = narrow(text)
    for kind, pattern in _ACCOUNTS:
        yield from ((*found.span("own"), kind) for found in pattern.finditer(folded))


def _find_called(text: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield surnames and given names of these persons where a title stands behind them, or one is told to reach them.

    A given name alone may be any word (海洋, 建国), and so may a surname (方, 高).
    """
    folded = narrow(text)
    for name in names:
        surname, given = split_name(name)
        for word in filter(None, (surname, given if len(given) > 1 else "")):
            called = re.compile(rf"(?<!主){word}(?={_CALLED})|(?<=联系){word}(?![\u4e00-\u9fff]{{3,}})")
            yield from ((*found.span(), "姓名") for found in called.finditer(folded))


def _find_cited(text: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield Latin surnames with initials that an address of mail begins with: Zhang H Y of zhanghaiyang@…."""
    for cited in _CITED.finditer(text):
        begin = f"{cited['surname']}{cited['initial']}".lower()
        if any(name.isascii() and name.lower().startswith(begin) for name in names):
            yield (*cited.span(), "姓名")


def _spell(name: str) -> re.Pattern[str]:
    """Return a name however it is spaced; a Latin one whole and in any case."""
    if _LATIN.search(name):
        spaced = r"[\s.·-]+".join(map(re.escape, name.split()))
        return re.compile(f"(?<![A-Za-z]){spaced}(?![A-Za-z])", re.IGNORECASE)
    return re.compile(_GAP.join(map(re.escape, narrow(name))))
