"""A form without what tells who wrote it: whole items about persons, and their data anywhere else."""

from collections import Counter
from dataclasses import replace

from assistant.checks.anonymising import hide, list_employers, list_mail_names, list_names
from assistant.domain.exported import FilledForm, Item, Removed, TextLine
from assistant.domain.form import FieldRole

_ROLES: frozenset[FieldRole] = frozenset({"author", "phone", "email", "leader", "members", "ongoing"})
"""Items that tell of persons."""
_ADDRESSES = frozenset({"通信地址"})
_SIGNED = frozenset({"提交人", "填表人", "填报人", "经办人", "签字", "签名"})
"""Labels of the author's own items that name persons."""
HIDDEN = "【已隐去】"


def make_anonymous(filled: FilledForm) -> tuple[FilledForm, tuple[Removed, ...]]:
    """Return the form without personal data, and what was left out; lines of no item, such as a byline, all go."""
    personal = [item for item in filled.items if _is_personal(item)]
    texts = [item.text for item in personal if not item.wanted]
    names = tuple(dict.fromkeys(name for text in texts for name in (*list_names(text), *list_mail_names(text))))
    authors = [item.text for item in personal if item.spec.role == "author" and not item.wanted]
    employers = tuple(dict.fromkeys(one for text in authors for one in list_employers(text)))
    removed: list[Removed] = []
    items: list[Item] = []
    for item in filled.items:
        shown, gone = _clear(item) if _is_personal(item) else _hide_in(item, names, employers)
        removed += gone
        items.append(shown)
    heading, kinds = hide(filled.heading, names, employers)
    lines = filled.loose
    removed += [Removed(label="标题", what=kind) for kind in kinds]
    removed += [Removed(label="未归入栏目的文字", what="整段", count=len(lines))] if lines else []
    return replace(filled, heading=heading, items=tuple(items), loose=()), tuple(removed)


def _is_personal(item: Item) -> bool:
    spec = item.spec
    return spec.role in _ROLES or spec.signed or spec.label in _ADDRESSES or (item.own and spec.label in _SIGNED)


def _clear(item: Item) -> tuple[Item, list[Removed]]:
    """Empty an item; one that holds nothing stays as it is."""
    if item.wanted or not item.lines:
        return item, []
    return replace(item, lines=(TextLine(text=HIDDEN),)), [Removed(label=item.spec.label, what="整栏")]


def _hide_in(item: Item, names: tuple[str, ...], employers: tuple[str, ...]) -> tuple[Item, list[Removed]]:
    counted: Counter[str] = Counter()
    lines: list[TextLine] = []
    for line in item.lines:
        text, kinds = hide(line.text, names, employers)
        counted.update(kinds)
        lines.append(replace(line, text=text))
    gone = [Removed(label=item.spec.label, what=kind, count=count) for kind, count in counted.items()]
    return replace(item, lines=tuple(lines)), gone
