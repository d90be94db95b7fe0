"""The persons of one entry of a list: which word opens one, and what each word is of them."""

import re
from dataclasses import dataclass, field

from assistant.checks.parsing.member_entries import Layout, strip_labels
from assistant.checks.parsing.organisations import is_foreign, lies_in_mainland
from assistant.checks.parsing.posts import Token
from assistant.checks.parsing.roles import MEMBER, read_role


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a committee."""

    name: str
    role: str
    employer: str
    post: str
    note: str = field(default="", compare=False)
    """Whatever else is said of the person, such as a country."""

    @property
    def missing(self) -> list[str]:
        """Return in Chinese what is not given."""
        parts = (("姓名", self.name), ("工作单位", self.employer), ("职务职称", self.post))
        return [name for name, value in parts if not value]

    @property
    def foreign(self) -> bool:
        """Say whether the member works abroad, as far as name and employer tell."""
        home = "中国" in self.employer or lies_in_mainland(self.employer)
        latin = bool(re.search(r"[A-Za-z]{3}|[·•・]", self.name)) and not home
        return latin or any(map(is_foreign, (self.employer, self.post, self.note)))


@dataclass(slots=True)
class Record:
    """One person while the line is read."""

    name: str = ""
    role: str = ""
    units: list[str] = field(default_factory=list[str])
    posts: list[str] = field(default_factory=list[str])
    rest: list[Token] = field(default_factory=list[Token])
    whole: bool = False
    """The entry has as many words as others that give name, employer and position."""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is known of the person but a role."""
        return not (self.name or self.units or self.posts)

    def close(self, role: str) -> Member:
        """Return the member; a word that nothing is known of stands for a name or an employer where none is plain."""
        if not self.name and self.rest:
            self.name = self.rest.pop(0).text
        unknown = [token.text for token in self.rest if token.is_plain] if self.name else []
        employer = "，".join(self.units) or (unknown.pop(0) if unknown else "")
        post = "，".join(self.posts) or (unknown[0] if unknown and self.whole else "")
        note = "，".join(token.text for token in self.rest)
        return Member(self.name, self.role or role or MEMBER, employer, post, note)


def list_records(tokens: list[Token], layout: Layout, *, by_column: bool, single: bool) -> list[Record]:
    """Return the persons of an entry; `single` for one that tells of one person."""
    words = [token for token in tokens if token.kind != "label"]
    names = [index for index, token in enumerate(words) if token.kind == "name"]
    name_first = bool(names) and all(token.kind in {"role", "other"} for token in words[: names[0]])
    records = [Record()]
    for index, token in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if not (single and len(names) == 1) and _starts_record(records[-1], token, following, name_first=name_first):
            records.append(Record())
        _take(records[-1], token, following, by_column=by_column)
    kept = [record for record in records if not record.is_empty and (record.name or (record.units and record.posts))]
    for record in kept:
        record.whole = len(kept) == 1 and 0 < layout.words <= len(strip_labels(words))
    return kept


def _starts_record(record: Record, token: Token, following: Token | None, *, name_first: bool) -> bool:
    listed = bool(re.search(r"[;、。\n]", token.mark))
    if token.kind == "name" and record.name:
        if listed or (record.units and record.posts):
            return listed or (following is not None and following.kind in {"unit", "post"})
        run_together = following is not None and following.kind == "post" and not following.mark
        only_names = not (record.units or record.posts) and (following is None or following.kind == "name")
        return run_together or only_names
    if token.kind == "unit" and record.units and record.name:
        return not name_first
    return bool(re.search(r"[;。\n]", token.mark)) and bool(record.name) and not name_first


def _take(record: Record, token: Token, following: Token | None, *, by_column: bool) -> None:
    match token.kind:
        case "name" if not record.name:
            record.name = token.text
        case "unit":
            record.units.append(token.text)
        case "post":
            record.posts.append(token.text)
        case "role" if _is_role(record, token, following, by_column=by_column):
            record.role = read_role(token.text)
        case "role":
            record.posts.append(token.text)
        case _:
            record.rest.append(Token("other", token.text, token.mark))


def _is_role(record: Record, token: Token, following: Token | None, *, by_column: bool) -> bool:
    """主任 is a role in brackets, before the employer or as the last column; behind an employer it is a position."""
    if read_role(token.text) == MEMBER or "委" in token.text:
        return True
    if token.mark.endswith(("(", "[", "【")):
        return not record.units or bool(record.posts)
    if record.name and not record.units and not record.posts:
        return following is None or following.kind in {"unit", "post", "other"}
    return (by_column and following is None) or not (record.name or record.units)
