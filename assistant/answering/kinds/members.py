"""Enumerations: the items below a heading, in the order of the notice."""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.answering.asked.focus import Focus
from assistant.answering.asked.question import Inquiry, Part, count_pairs
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.pairs import pairs_of
from assistant.answering.sentences.units import Unit
from assistant.domain.notice import Clause
from assistant.domain.programme import Programme
from assistant.text import normalise

_WANTS_ITEMS = re.compile(
    r"哪些|哪几|哪[两二三四五六七八九十\d]|几[条步块点部个项类方]|阶段|什么步骤|步骤|流程|程序|列出|列举|分别|"
    r"包括什么|有什么|都有|多少[条项步]|怎么走|附件"
)
_COUNTS = re.compile(r"几[个条项步块点]|多少[个条项步]?|一共|总共|数量")
_CALLED = re.compile(r"(?:哪几|几|哪些|多少)个?(阶段|步骤|环节|部分|模块)")
_ASKS_ATTACHMENTS = re.compile(
    r"(?:几|多少|哪些|哪几)[个份]?附件|附件(?:有|都|共|一共|是|包括|分别)[^,。]{0,6}(?:几|多少|哪|什么|啥)"
)
_SINGLE = ("length", "money", "ratio", "phone", "email", "address", "url", "age", "duration")
"""Slots that one value fills, so that no enumeration answers them."""
_LITTLE = 12.0
"""Weight of about two rare pairs of characters."""
_TITLE_MATCH = 0.72
"""Share of a heading that the question must repeat to mean it."""


def claim_members(inquiry: Inquiry, corpus: Corpus, focus: Focus) -> list[Claim]:
    """Return the complete list that the question asks for; empty where it asks for none that can be read off."""
    if inquiry.compares:
        return []
    named = inquiry.scope.programmes if inquiry.scope.named or inquiry.scope.years else ()
    for programmes in (named, inquiry.scope.programmes if not named else ()):
        claims = [*_items(inquiry, programmes, corpus, focus)]
        if claims:
            return claims
    return []


def _items(inquiry: Inquiry, programmes: Sequence[Programme], corpus: Corpus, focus: Focus) -> Iterator[Claim]:
    """Yield the items below the heading that the question names, by number or by title."""
    if not _WANTS_ITEMS.search(inquiry.text) or any(part.wants(*_SINGLE) for part in inquiry.parts):
        return
    for programme in programmes:
        attachments = _list_attachments(programme, corpus) if _ASKS_ATTACHMENTS.search(inquiry.text) else None
        if attachments is not None:
            yield attachments
            continue
        headings = list(_headings(programme))
        numbered = [clause for clause in headings if (programme.id, clause.path) in focus.clauses]
        if numbered and _says_little_else(inquiry, numbered[0], programme, corpus):
            yield _list_items(programme, numbered[0], corpus, inquiry)
            continue
        alike = _find_alike(inquiry, programme, headings)
        if alike is not None:
            yield _list_items(programme, alike, corpus, inquiry)
            continue
        rated = [(_match_heading(clause, inquiry.parts, corpus), clause.path, clause) for clause in headings]
        best = max(rated, default=None, key=lambda one: one[:2])
        if best is not None and best[0] >= _TITLE_MATCH:
            yield _list_items(programme, best[2], corpus, inquiry)


def _find_alike(inquiry: Inquiry, programme: Programme, headings: Sequence[Clause]) -> Clause | None:
    """Return the clause whose items are all called what the question asks to list (哪几个阶段)."""
    asked = _CALLED.search(inquiry.text)
    if not asked or not inquiry.scope.named:
        return None
    for heading in headings:
        items = [clause.title for clause in programme.notice.clauses if clause.parent == heading.path]
        if all(asked[1] in title for title in items):
            return heading
    return None


def _says_little_else(inquiry: Inquiry, heading: Clause, programme: Programme, corpus: Corpus) -> bool:
    """Say whether the question has hardly a word that the titles of the numbered clause do not explain."""
    above = " ".join(clause.title for clause in programme.notice.clauses if heading.path.startswith(clause.path))
    known = frozenset(pairs_of(normalise(above)))
    asked = count_pairs([run for part in inquiry.parts for run in (*part.runs, *part.context_runs)])
    rest = [corpus.weigh(pair) for pair in asked if pair not in known and corpus.is_word(pair)]
    return sum(rest) <= _LITTLE


def _list_attachments(programme: Programme, corpus: Corpus) -> Claim | None:
    """Return the attachments as the notice lists them."""
    units = [corpus.units[place] for place in corpus.own[programme.id] if corpus.units[place].clause == "附件"]
    listed = "".join(unit.body for unit in units)
    items = [item for item in re.split(r"\d[.．、]", re.sub(r"^附\s*件\s*[:：]", "", listed)) if item.strip()]
    if not items:
        return None
    names = "；".join(f"{place}.{item.strip()}" for place, item in enumerate(items, start=1))
    return Claim(programmes=(programme.id,), text=f"附件共{len(items)}个：{names}", units=tuple(units), derived=True)


def _headings(programme: Programme) -> Iterator[Clause]:
    """Yield the titled clauses with at least two numbered children."""
    children: dict[str, int] = {}
    for clause in programme.notice.clauses:
        if clause.parent and clause.kind in {"prose", "heading"}:
            children[clause.parent] = children.get(clause.parent, 0) + 1
    for clause in programme.notice.clauses:
        if clause.title and children.get(clause.path, 0) > 1:
            yield clause


def _match_heading(clause: Clause, parts: Sequence[Part], corpus: Corpus) -> float:
    """Return the share of heading and question that they have in common, the smaller of the two."""
    own = {pair: corpus.weigh(pair) for pair in pairs_of(normalise(clause.title))}
    asked = {pair: corpus.weigh(pair) for part in parts for pair in count_pairs(part.runs)}
    shared = sum(weight for pair, weight in own.items() if pair in asked)
    return min(shared / (sum(own.values()) or 1), 1.3 * shared / (sum(asked.values()) or 1))


def _list_items(programme: Programme, heading: Clause, corpus: Corpus, inquiry: Inquiry) -> Claim:
    children = [clause for clause in programme.notice.clauses if clause.parent == heading.path]
    first = _first_units(programme, corpus, lambda unit: unit.clause)
    units = tuple(first[child.path] for child in children if child.path in first)
    items = "；".join(_brief(child, first[child.path]) for child in children if child.path in first)
    counts = _COUNTS.search(inquiry.text) is not None
    lead = f"“{heading.title}”" + (f"共{len(children)}项：" if counts else "：")
    return Claim(programmes=(programme.id,), text=f"{lead}{items}", units=units, derived=counts)


def _brief(child: Clause, unit: Unit) -> str:
    return child.title or re.sub(r"[。；]$", "", unit.body)


def _first_units(programme: Programme, corpus: Corpus, key: Callable[[Unit], str]) -> dict[str, Unit]:
    first: dict[str, Unit] = {}
    for place in corpus.own[programme.id]:
        first.setdefault(key(corpus.units[place]), corpus.units[place])
    return first
