"""Roles in a committee of experts, and who is said to hold them."""

import re

from assistant.checks.parsing.surnames import is_chinese_name

CHAIR, VICE, MEMBER = "主任", "副主任", "委员"
_BODY = r"(?:专家)?(?:遴选|推荐|评审|评议){0,4}委员会"
_ALSO = r"(?:[兼及][\u4e00-\u9fff]{2,4})?"
_PATTERNS: tuple[tuple[str, str], ...] = (
    (VICE, r"(?:常务|共同|执行|第一)?副主任(?:委员)?|副主席|副组长|副主委"),
    (CHAIR, r"(?:名誉|共同|执行|联合|轮值)?主任(?:委员)?|主席|组长|主委"),
    (
        MEMBER,
        (
            r"(?:常务|特邀|国外|外籍|境外|国际|海外)?委员|(?:委员会)?成员|专家(?:委员)?|秘书长?|特邀专家|国外专家|"
            r"外籍专家|境外专家|国际专家|顾问"
        ),
    ),
)
ROLE = "|".join(f"(?P<r{index}>(?:{_BODY})?(?:{pattern}){_ALSO})" for index, (_, pattern) in enumerate(_PATTERNS))
PERSONS = r"共?\s*[\d一二两三四五六七八九十]{1,3}\s*[名位人]"
_COUNT = rf"(?:[（(]\s*{PERSONS}\s*[）)]|{PERSONS})?"
_NOTE = r"(?:[（(][^（）()]*[）)])?"
ROLE_HEAD = re.compile(
    rf"^\s*[【\[〔]?(?:{ROLE})\s*{_COUNT}\s*{_NOTE}\s*[】\]〕]?\s*(?:为|是)?\s*(?:[:：∶,，、—–|｜/\t-]+|"
    rf"[ \u3000]+|(?=$))\s*"
)
"""A role at the head of a line, with count and note, up to the mark behind it."""
ROLE_WORDS = re.sub(r"\?P<\w+>", "?:", ROLE)
NEXT_ROLE = re.compile(rf"(?<=[；;。，,、）)\s])\s*+(?=(?:{ROLE_WORDS})\s*(?:{_COUNT}\s*[:：]|{PERSONS}\s*[，,]))")
"""The place before a further role in a line (…；副主任：…)."""
_WHOLE = re.compile(rf"(?:{ROLE}){_COUNT}")
_PLAIN = "|".join(f"(?:{pattern})" for _, pattern in _PATTERNS[:2])
_HOLDS = re.compile(
    rf"(?:担任|出任|任|为)(?:本届|本次)?(?:{_BODY}|组)?的?(?P<role>{_PLAIN})(?![\u4e00-\u9fff]*(?:医师|研究员))"
)
_HELD = re.compile(rf"(?P<role>{_PLAIN})(?:一职)?(?:由|为|是)(?P<names>[^。；;]{{2,80}}?)(?:担任|出任|(?=[。；;，]|$))")
_LAST_NAMES = re.compile(r"((?:[\u4e00-\u9fff·]+、)*[\u4e00-\u9fff·]+)(?:[（(][^（）()]*[）)])?$")
_TITLE = r"(?:理事长|主席|会长|主任|院士|教授|研究员|秘书长|校长|院长|所长|工程师|同志|先生|女士|等)"


def name_role(found: re.Match[str]) -> str:
    """Return the role of a match of `ROLE`."""
    return next(role for index, (role, _) in enumerate(_PATTERNS) if found[f"r{index}"])


def read_role(text: str) -> str:
    """Return the role that the whole text names; empty where it names none."""
    found = _WHOLE.fullmatch(text.strip())
    return name_role(found) if found else ""


def list_told_roles(text: str) -> set[str]:
    """Return the roles that prose fills with persons: 由理事长张三担任主任, 副主任由李四、王五担任."""
    roles: set[str] = set()
    for found in _HOLDS.finditer(text):
        before = re.split(r"[。；;，,\n]|由", text[max(0, found.start() - 60) : found.start()])[-1]
        names = _LAST_NAMES.search(before.strip())
        if names and _holds_name(names[1]):
            roles.add(_plain_role(found["role"]))
    for found in _HELD.finditer(text):
        if _holds_name(re.sub(r"[（(][^（）()]*[）)]", "", found["names"])):
            roles.add(_plain_role(found["role"]))
    return roles


def _holds_name(text: str) -> bool:
    parts = re.split(r"[、，,]|和|与", text)
    plain = (re.sub(rf"^.*{_TITLE}", "", re.sub(rf"{_TITLE}+$", "", part.strip())) for part in parts)
    return any(is_chinese_name(name) or "·" in name for name in plain)


def _plain_role(text: str) -> str:
    return VICE if text.startswith(("副", "常务副", "共同副", "执行副", "第一副")) else CHAIR
