"""A title judged alone, before there is a draft: by the rules that look at titles and at nothing else."""

import hashlib
from collections.abc import Sequence

from assistant.checks.context import CheckContext
from assistant.checks.run import check_draft
from assistant.domain.draft import Block, Document, Draft, Field, FieldLine, Location
from assistant.domain.finding import Finding
from assistant.domain.kinds.titles import BreadthRule, NoveltyRule, QuestionRule
from assistant.domain.rule import Rule


def check_title(title: str, rules: Sequence[Rule], context: CheckContext) -> tuple[Finding, ...]:
    """Return what the title rules of the context's form find in a title.

    Args:
        title: one title, its mark included.
        rules: the programme's rules; those that look at more than titles are passed over.
        context: programme and form; the form's first field is the title's.
    """
    label = context.form.fields[0].label
    alone = [
        rule for rule in rules if isinstance(rule, QuestionRule | NoveltyRule | BreadthRule) and label in rule.titles
    ]
    return check_draft(_draft_of(title, label, context.form.name), alone, context).findings


def _draft_of(title: str, label: str, form: str) -> Draft:
    where = Location(field=label, paragraph=1, start=0, end=len(title))
    field = Field(label=label, printed_label=label, lines=(FieldLine(text=title, where=where),), where=where)
    digest = hashlib.sha256(title.encode()).hexdigest()
    document = Document(file="", blocks=(Block(kind="paragraph", text=title, where=where),), sha256=digest)
    return Draft(document=document, form=form, fields=(field,), unassigned=())
