"""What a draft rests on, as lines of an appendix: the clauses of the rules for its form, the notes of its sentences.

Each line begins with a word and a number, so that no quote of a template (题目：…) is taken for a label again.
"""

from collections.abc import Iterator

from assistant.domain.catalogue import Catalogue
from assistant.domain.filled import FilledDraft
from assistant.domain.finding import Source
from assistant.domain.form import Form
from assistant.domain.kinds.base import Quote
from assistant.domain.programme import Programme
from assistant.domain.rule import Rule
from assistant.text import put_in_quotes, squash
from assistant.wording import place_name, readable, source_mark


def list_clauses(catalogue: Catalogue, programme: Programme, form: Form) -> tuple[str, ...]:
    """Return a line for each clause that rules for the form rest on, in the order of the rules."""
    held: dict[tuple[str, str, str], tuple[Source, list[str]]] = {}
    for rule in programme.rules:
        for quote in _choose(rule, programme) if form.name in rule.forms else ():
            key = quote.doc, quote.clause, squash(quote.quote)
            held.setdefault(key, (quote.source, []))[1].append(rule.name)
    return tuple(
        f"依据{number} {source_mark(catalogue, source, programme.id)}{put_in_quotes(readable(source.quote))}"
        f"——{'、'.join(names)}"
        for number, (source, names) in enumerate(held.values(), start=1)
    )


def _choose(rule: Rule, programme: Programme) -> tuple[Quote, ...]:
    """Return the sources in the programme's own notice; those of another year's only where it has none."""
    own = tuple(one for one in rule.sources if one.doc == programme.info.doc)
    return own or rule.sources


def list_origins(filled: FilledDraft) -> tuple[str, ...]:
    """Return a line for each sentence of a draft made from notes: where it stands, and where in the notes it stood."""
    return tuple(f"来源{number} {line}" for number, line in enumerate(_list_origins(filled), start=1))


def _list_origins(filled: FilledDraft) -> Iterator[str]:
    for field in filled.fields:
        for one in field.origin:
            place = " ".join(part for part in (one.file, place_name(one.where)) if part)
            yield f"{put_in_quotes(' '.join(one.note.split()))}——写入“{field.label}”，见{place}"
