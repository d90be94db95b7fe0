"""What an example says is judged the same below labels of any shape and under any of a label's other names."""

from collections.abc import Callable, Iterator

import pytest

from assistant.checks.examples import DIRECTION, build_example, expand, find_direction_id
from assistant.checks.judging import judge
from assistant.checks.subject import build_subject
from assistant.documents.fields import recognise
from assistant.domain.draft import Block, Document, Location
from assistant.domain.kinds.base import Example
from assistant.domain.rule import DocumentRule
from tests.corpus.test_rules import PROGRAMMES, context_of, document_rules_of, forms_of, judge_example

Write = Callable[[int, str, str], str]
"""Number of the item, its label and its text to the lines of a draft."""
HAN = [*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八")]
SHAPES: dict[str, Write] = {
    "colons": lambda _, label, text: f"{label}：{text}",
    "brackets": lambda _, label, text: f"【{label}】{text}",
    "numbers": lambda number, label, text: f"{number}. {label}：{text}",
    "headings": lambda number, label, text: f"{HAN[number - 1]}、{label}\n{text}",
    "own lines": lambda _, label, text: f"{label}\n{text}",
    "equals signs": lambda _, label, text: f"{label}＝{text}",
    "blanks inside": lambda _, label, text: f"{' '.join(label) if len(label) < 5 else label}：{text}",
}


def list_examples() -> Iterator[tuple[str, DocumentRule, Example]]:
    """Yield (programme, rule, example) once each; guides share most of their rules."""
    tried: set[tuple[str, str]] = set()
    for programme in PROGRAMMES:
        for rule in document_rules_of(programme):
            for example in (*rule.examples.passing, *rule.examples.failing):
                if "" not in example and (rule.id, str(example)) not in tried:
                    tried.add((rule.id, str(example)))
                    yield programme, rule, example


def tell_change(programme: str, rule: DocumentRule, example: Example, write: Write, turn: int | None = None) -> str:
    """Return how a draft written so is judged otherwise than the example; empty where it is not.

    Args:
        programme: whose rule it is.
        rule: judges.
        example: is written.
        write: gives each label its shape.
        turn: which of a label's other names stands for it; None for the official one.
    """
    _, form = build_example(rule, example, forms_of(programme))
    others = {spec.label: spec.aliases for spec in form.fields if spec.aliases and turn is not None}
    name = {label: aliases[(turn or 0) % len(aliases)] for label, aliases in others.items()}
    items = [(label, expand(text)) for label, text in example.items() if label != DIRECTION]
    written = [write(number, name.get(label, label), text) for number, (label, text) in enumerate(items, 1)]
    lines = "\n".join(written).split("\n")
    blocks = (
        Block(kind="paragraph", text=line, where=Location(paragraph=number)) for number, line in enumerate(lines, 1)
    )
    draft = recognise(Document(file="", blocks=tuple(blocks), sha256=""), [form])
    direction = find_direction_id(example)
    guide = direction.split("/")[0] if direction else programme
    after = judge(rule, build_subject(draft, context_of(guide, form.name, direction)))
    before = judge_example(programme, rule, example)
    same = type(before) is type(after)
    return "" if same else f"{rule.id}: {type(before).__name__} -> {type(after).__name__}: {lines}"


@pytest.mark.parametrize("shape", SHAPES)
def test_labels_of_any_shape_give_the_same_judgement(shape: str):
    told = [tell_change(*one, SHAPES[shape]) for one in list_examples()]
    assert [one for one in told if one] == []


@pytest.mark.parametrize("turn", range(0, 25, 5))
def test_other_names_of_labels_give_the_same_judgement(turn: int):
    told = [tell_change(*one, SHAPES["colons"], turn) for one in list_examples()]
    assert [one for one in told if one] == []
