"""What a roster names of a draft: its title and place, its author and how to reach them."""

import re

from assistant.checks.parsing.organisations import split_organisations
from assistant.checks.parsing.people import find_part, list_emails, list_mobiles
from assistant.checks.parsing.ticks import read_ticks
from assistant.checks.subject import Subject
from assistant.domain.finding import Entry
from assistant.domain.form import FieldRole
from assistant.text import clean

_POST = re.compile(r"(?:副|特聘|讲席|高级|正高级)?(?:教授|研究员|院士|主任|所长|院长|工程师|总工程师|主任医师)+$")
"""Position run together with the employer's name."""
_LONGEST = 200
"""Characters of a title or a name; what is longer is a text that stands in the field by mistake."""


def read_entry(subject: Subject) -> Entry:
    """Return the draft's line of a roster; what it does not say stays empty."""
    author = _find(subject, "author") or _find(subject, "leader")
    name, employer = _read_person(subject)
    contact = "\n".join((author, _find(subject, "phone"), _find(subject, "email")))
    return Entry(
        title=_short(_find(subject, "title")),
        kind=_short(read_ticks(_find(subject, "kind") or _find(subject, "category"))),
        field=_short(read_ticks(_find(subject, "field"))),
        discipline=_short(_find(subject, "discipline")),
        author=_short(find_part("name", author) or name),
        unit=_short(_find_unit(subject, author, employer)),
        recommender=_short(_find(subject, "recommender")),
        phone=_short(_find_phone(contact) or _find(subject, "phone")),
        email=_short(next(iter(list_emails(contact)), "")),
    )


def _read_person(subject: Subject) -> tuple[str, str]:
    """Return name and employer of the first of those who apply; empty where the form asks for an author."""
    labels = _labels(subject, "leader")
    if not labels:
        return "", ""
    from assistant.checks.parsing.members import list_members  # noqa: PLC0415 - its patterns take a while to compile

    people = list_members(line for label in labels for line in subject.lines(label))
    return next(((one.name, one.employer) for one in people if one.name), ("", ""))


def _find_phone(contact: str) -> str | None:
    return next(iter(list_mobiles(contact)), None) or find_part("landline", contact)


def _find_unit(subject: Subject, author: str, employer: str) -> str:
    """The applicant's unit where the form asks for it, else the author's employer, else whoever seals the form."""
    lead = _find(subject, "lead")
    if lead:
        return next(iter(split_organisations(lead)), lead)
    opinion = _find(subject, "opinion")
    named = find_part("employer", author) or find_part("employer", opinion) or ""
    return employer or _POST.sub("", named)


def _labels(subject: Subject, *roles: FieldRole) -> list[str]:
    return [label for role in roles for label in subject.context.form.find_labels(role)]


def _find(subject: Subject, role: FieldRole) -> str:
    texts = (subject.text(label) for label in _labels(subject, role))
    return next((text for text in texts if text), "")


def _short(text: str) -> str:
    return clean(text)[:_LONGEST]
