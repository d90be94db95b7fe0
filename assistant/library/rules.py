"""`rules.yaml` to rules: sets that extend others, quotes proved and located, field labels checked against the forms."""

import hashlib
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.domain.form import Form
from assistant.domain.kinds.amounts import AgreementRule, DistinctRule
from assistant.domain.kinds.base import BatchRuleBase, Quote, RuleCore
from assistant.domain.kinds.conditions import YouthAgeRule
from assistant.domain.kinds.declarations import AttachmentRule
from assistant.domain.kinds.procedure import ScheduleRule
from assistant.domain.kinds.proposals import PrerequisiteRule
from assistant.domain.notice import Clause, Furniture
from assistant.domain.rule import Rule, RuleSet
from assistant.errors import CorpusError
from assistant.library.forms import load_forms
from assistant.library.furniture import find_declared, find_marks
from assistant.library.guides import parse_guide
from assistant.library.heads import load_head
from assistant.library.located_yaml import Located, load_yaml
from assistant.library.notices import ATTACHMENTS, parse_notice
from assistant.text import find_quote, squash

_FILE = "rules.yaml"
_NOTICE = "notice.txt"
_LABEL_KEYS = (
    "fields", "titles", "lists", "of", "keywords", "partner_fields", "signed", "narrated", "prose", "needs", "grade",
    "none_passes", "opinions", "planned",
)  # fmt: skip
_PLACEHOLDERS = {"field", "detail", "evidence", "measured", "allowed"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A rule with its place."""

    rule: Rule
    where: str
    house: bool
    """True where the set that holds it asks for no source."""


def load_rules(folder: Path, root: Path) -> tuple[Rule, ...]:
    """Return the rules of a programme, those of the sets that it extends first; none where it has no `rules.yaml`.

    A rule keeps the quotes of the programme's `docs` only, the first named first; its form must be one of the
    programme's.

    Args:
        folder: the programme's folder.
        root: the corpus, in which `extends` names other folders and `doc` the notices that are quoted.

    Raises:
        CorpusError: an unknown key or kind, a label that no form has, a quote that its document does not hold, an id
            used twice, a message with an unknown placeholder; says where.
    """
    path = folder / _FILE
    if not path.exists():
        return ()
    located = load_yaml(path, RuleSet)
    forms = load_forms(folder, root)
    entries = _collect(located, root, (folder.name,))
    _refuse_same_ids(entries)
    rules: list[Rule] = []
    for entry in entries:
        asked = tuple(name for name in entry.rule.forms if any(form.name == name for form in forms))
        if asked:
            rules.append(_finish(entry, asked, located.value, forms, folder, root))
    return tuple(rules)


def load_rule_set(path: Path) -> RuleSet:
    """Return one file as written, without the sets that it extends.

    Raises:
        CorpusError: the file is wrong.
    """
    return load_yaml(path, RuleSet).value


def _collect(located: Located[RuleSet], root: Path, above: tuple[str, ...]) -> list[_Entry]:
    entries: list[_Entry] = []
    for name in located.value.extends:
        if name in above:
            raise CorpusError(f"extends 绕成了一圈：“{name}”。", where=located.where("extends"))
        path = root / name / _FILE
        if not path.exists():
            raise CorpusError(f"extends 所指的“{name}”没有 {_FILE}。", where=located.where("extends"))
        entries.extend(_collect(load_yaml(path, RuleSet), root, (*above, name)))
    for index, rule in enumerate(located.value.rules):
        _prove_message(rule, located.where("rules", index, "message"))
        entries.append(_Entry(rule, located.where("rules", index), not rule.sources))
        for source, key in _list_quotes(rule):
            _prove(source, located.where("rules", index, *key), root, shared=len(above) > 1)
    return entries


def _list_quotes(rule: Rule) -> Iterator[tuple[Quote, tuple[str | int, ...]]]:
    """Yield everything that has to stand in a notice, with its place in the rule."""
    for place, source in enumerate(rule.sources):
        yield source, ("sources", place)
    match rule:
        case ScheduleRule():
            for place, step in enumerate(rule.steps):
                yield Quote(doc=rule.sources[0].doc, quote=step.quote), ("steps", place)
        case PrerequisiteRule():
            for place, one in enumerate(rule.prerequisites):
                yield Quote(doc=rule.sources[0].doc, quote=one.quote), ("prerequisites", place)
        case YouthAgeRule():
            yield Quote(doc=rule.sources[0].doc, quote=rule.dates), ("dates",)
        case _:
            return


def _refuse_same_ids(entries: Iterable[_Entry]) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.rule.id in seen:
            raise CorpusError(f"规则编号“{entry.rule.id}”在 {seen[entry.rule.id]} 已经用过。", where=entry.where)
        seen[entry.rule.id] = entry.where


def _finish(
    entry: _Entry, asked: tuple[str, ...], owner: RuleSet, forms: tuple[Form, ...], folder: Path, root: Path
) -> Rule:
    """Keep the programme's forms and documents, and say where a rule rests on another document."""
    rule = entry.rule
    known = {spec.label for form in forms if form.name in asked for spec in form.fields}
    everywhere = known if set(asked) == set(rule.forms) else None
    _refuse_unknown_labels(rule, known, entry.where, strict=everywhere is not None)
    sources = tuple(
        source.model_copy(update={"clause": _find_clause(folders, source)})
        for doc in owner.docs
        for folders in [sorted(_list_folders(root, doc), key=lambda one: one != folder)]
        for source in _list_own(rule, doc, folder, folders)
    )
    if not sources and not entry.house:
        raise CorpusError(f"规则“{rule.id}”没有引用 {'、'.join(owner.docs)} 中的条款。", where=entry.where)
    reading = rule.reading
    if sources and owner.borrowed and sources[0].doc != owner.docs[0]:
        reading = f"{reading}{owner.borrowed}" if reading else owner.borrowed
    finished = rule.model_copy(update={"forms": asked, "sources": sources, "reading": reading})
    digest = hashlib.sha256(finished.model_dump_json().encode()).hexdigest()
    return finished.model_copy(update={"version": digest[:12]})


def _list_own(rule: Rule, doc: str, folder: Path, folders: list[Path]) -> list[Quote]:
    """Return the quotes of the document; of one in parts those of the programme's own part, where there are any."""
    quotes = [source for source in rule.sources if source.doc == doc]
    if folder not in folders:
        return quotes
    own = squash((folder / _NOTICE).read_text(encoding="utf-8"))
    return [source for source in quotes if squash(source.quote) in own] or quotes


def _refuse_unknown_labels(rule: Rule, known: set[str], where: str, *, strict: bool) -> None:
    labels = list_labels(rule)
    unknown = [label for label in labels if label not in known]
    if labels and (len(unknown) == len(labels) or (strict and unknown)):
        hint = f"可用的栏目：{'、'.join(sorted(known))}。"
        raise CorpusError(f"规则“{rule.id}”的栏目“{unknown[0]}”不在表格中。", where=where, hint=hint)


def list_labels(rule: RuleCore) -> list[str]:
    """Return every field label that the rule names."""
    if isinstance(rule, BatchRuleBase):
        return list(rule.labels)
    labels: list[str] = []
    for key in _LABEL_KEYS:
        value = getattr(rule, key, ())
        if isinstance(value, tuple):
            labels.extend(str(label) for label in value)
    if isinstance(rule, AgreementRule | DistinctRule):
        labels.extend(tally.field for tally in rule.tallies)
    if isinstance(rule, AttachmentRule):
        labels.extend(annex.field for annex in rule.annexes)
    return labels


def _prove_message(rule: Rule, where: str) -> None:
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(rule.message) if name is not None}
    except ValueError as error:
        raise CorpusError(f"规则“{rule.id}”的 message 中花括号不成对。", where=where) from error
    if unknown := names - _PLACEHOLDERS:
        hint = f"可用的有：{'、'.join(sorted(_PLACEHOLDERS))}。"
        raise CorpusError(f"规则“{rule.id}”的 message 中不认识“{{{min(unknown)}}}”。", where=where, hint=hint)


def _prove(source: Quote, where: str, root: Path, *, shared: bool) -> None:
    """Refuse a quote that the document does not hold once white space is removed from both.

    A shared set may quote documents that this corpus lacks; no programme keeps such a quote.
    """
    texts = _read_document(root, source.doc)
    if not texts and shared:
        return
    if not texts:
        raise CorpusError(f"没有编号为“{source.doc}”的通知。", where=where)
    if not any(squash(source.quote) in text for text in texts):
        raise CorpusError(f"通知 {source.doc} 中找不到“{source.quote}”。", where=where)


@lru_cache(maxsize=64)
def _read_document(root: Path, doc: str) -> tuple[str, ...]:
    """Return the texts of the document without white space."""
    return tuple(squash((folder / _NOTICE).read_text(encoding="utf-8")) for folder in _list_folders(root, doc))


def _find_clause(folders: Iterable[Path], source: Quote) -> str:
    """Return the path of the innermost clause around the quote, mere lists of attachments last; empty where none is."""
    found: list[Clause] = []
    for folder in folders:
        clauses, text = _load_clauses(folder)
        start = 0
        while place := find_quote(text, source.quote, start):
            around = [one for one in clauses if one.span.start <= place[0] and place[1] <= one.span.end]
            found.extend(sorted(around, key=lambda one: one.span.end - one.span.start)[:1])
            start = place[1]
    found.sort(key=lambda one: one.kind == "contact" or one.path == ATTACHMENTS)
    return found[0].path if found else ""


@lru_cache(maxsize=64)
def _load_clauses(folder: Path) -> tuple[tuple[Clause, ...], str]:
    loaded = load_head(folder)
    if loaded.head.value.kind == "guide":
        return parse_guide(loaded.text, loaded.info).clauses, loaded.text
    declared = tuple(
        item for item in find_declared(loaded.text, loaded.head.value.furniture) if isinstance(item, Furniture)
    )
    furniture = (*declared, *find_marks(loaded.text, declared))
    return parse_notice(loaded.text, furniture).clauses, loaded.text


def _list_folders(root: Path, doc: str) -> list[Path]:
    """Return the folder of the document, or those of its parts `doc-01`, `doc-02` …."""
    whole = root / doc
    return [whole] if (whole / _NOTICE).exists() else sorted(path.parent for path in root.glob(f"{doc}-*/{_NOTICE}"))
