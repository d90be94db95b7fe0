"""What follows a name in a list of people: employer and position, however they are run together."""

import re

from assistant.checks.organisations import is_organisation
from assistant.checks.people import holds_post, is_person

_FOREIGN_EMPLOYER = re.compile(
    r"Univers|Institut|College|School|Cent(?:er|re)|Academy|Corp|Inc|Ltd|Laborator|Society|ETH|MIT|CNRS|CERN"
)
_EMPLOYER_HEAD = re.compile(
    r"^.*?(?:大学|学院|研究院|研究所|公司|集团|医院|实验室|中心|科学院(?!院士)|工程院(?!院士)|学会|协会|总院|设计院)(?=.)"
)


def split_segments(text: str, *, loose: bool = False) -> list[str]:
    """Return the parts of a line about one person.

    Args:
        text: the line without its role.
        loose: True inside brackets, where 、 parts too.
    """
    kept = re.sub(r"(?<=[A-Za-z.,]) (?=[A-Za-z])", "\u00a0", text)
    cut = r"[，,、|\t\n/]|[ \u3000]+" if loose else r"[，,|\t\n/]|[ \u3000]+"
    parts = [part.replace("\u00a0", " ").strip(" 。：:") for part in re.split(cut, kept)]
    parts = [part for part in parts if part]
    if len(parts) > 2 and len(parts[0]) == len(parts[1]) == 1 and is_person(parts[0] + parts[1]):  # noqa: PLR2004 - 方 既
        parts = [parts[0] + parts[1], *parts[2:]]
    pieces = [piece.strip() for piece in parts[0].split("、") if piece.strip()] if len(parts) == 1 else []
    return pieces if len(pieces) > 1 and is_person(pieces[0]) else parts


def find_employer(segments: list[str]) -> str:
    """Return the segment that names an employer; empty where none does."""
    return next((segment for segment in segments if _is_employer(segment)), "")


def find_post(segments: list[str]) -> str:
    """Return the segment that names a position or title; empty where none does."""
    return next((segment for segment in segments if holds_post(_cut_employer(segment))), "")


def _is_employer(segment: str) -> bool:
    if segment.endswith("院士"):
        return False
    return is_organisation(segment) or _cut_employer(segment) != segment or bool(_FOREIGN_EMPLOYER.search(segment))


def _cut_employer(segment: str) -> str:
    """东湖理工大学教授 says both employer and title; return what follows the employer."""
    found = _EMPLOYER_HEAD.match(segment)
    return segment[found.end() :] if found and not segment.endswith("院士") else segment
