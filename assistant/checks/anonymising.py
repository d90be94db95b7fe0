"""What tells who an author is, found anywhere in a text: names, telephones, addresses of mail, identity numbers."""

import re
from collections.abc import Collection, Iterator

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.organisations import is_organisation
from assistant.checks.parsing.people import EMAIL_RUN, LANDLINE_RUN, find_part, find_persons
from assistant.checks.parsing.surnames import is_chinese_name

_MOBILE = re.compile(r"(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)")
"""Well-formed numbers only: in prose other long numbers are amounts."""
_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
"""GB 11643: area, day of birth, order, check character."""
_POST = re.compile(r"(?:副?教授|副?研究员|院士|博士|硕士|老师|先生|女士|(?:高级)?工程师|主任|所长|院长)+$")
_GAP = r"[ \u3000]*"
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


def hide(text: str, names: Collection[str], employers: Collection[str] = ()) -> tuple[str, list[str]]:
    """Return the text with a sign in place of each personal datum, and the kinds of what was hidden, in order.

    Args:
        text: any.
        names: of persons; found however they are spaced.
        employers: of those persons.
    """
    spans = sorted(find_personal_spans(text, names, employers), key=lambda one: (one[0], -one[1]))
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


def _spell(name: str) -> re.Pattern[str]:
    """Return a name however it is spaced; a Latin one whole and in any case."""
    if _LATIN.search(name):
        spaced = r"[\s.·-]+".join(map(re.escape, name.split()))
        return re.compile(f"(?<![A-Za-z]){spaced}(?![A-Za-z])", re.IGNORECASE)
    return re.compile(_GAP.join(map(re.escape, narrow(name))))
