"""Fit what tells the section of a sentence of notes; writes `assistant/writing/sections/weights.json`.

Run from the project's root: `.venv/bin/python evals/calibration/fit_sections.py`. Prints cross-validated accuracy.
Data, each sentence with its section:

- the problem drafts of the open halves of our own case files, sentence by sentence under their labels;
- the template's guidance for each section;
- `sections.jsonl` beside this file: sentences in the loose wording of notes, written for this purpose;
- the open notes of `fill.own`; their other half is never read here.

The model is a multinomial logistic regression. A run of characters is a feature only if it stands in at least
`LEAST_TEXTS` texts, so that topics are not learned. Folds are made of whole texts. Sentences that repeat one of
another text are left out.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from assistant.text import bigrams
from assistant.writing.sections.features import list_features
from assistant.writing.sections.headings import CLASSES, SECTIONS
from assistant.writing.sections.sentences import split_sentences
from wenjin_evals.cases import load_cases, members

DRAFTS = ("drafts.dev", "drafts.own", "drafts.clean", "drafts.cast")
WRITTEN = Path(__file__).with_name("sections.jsonl")
TARGET = Path("assistant/writing/sections/weights.json")
LEAST_TEXTS = 8
STRENGTH = 1.0
"""Inverse of the regularisation."""
WORTH = {"draft": 0.3, "guidance": 1.0, "written": 1.0, "note": 1.0}
"""Weight of a sentence by where it comes from: the user's notes are rough, drafts are not."""
SAME = 0.5
"""Dice coefficient from which a sentence of another text is a repetition."""
FOLDS = 5
SEED = 20220420
PRIOR = 0.5
"""Added to each count of one section after another."""
SMALLEST = 0.02
"""Weights below it in every class are left out."""


@dataclass(frozen=True)
class Example:
    """One sentence."""

    text: str
    section: str
    also: frozenset[str]
    source: str
    group: str


def main() -> None:
    """Fit, measure and write."""
    examples = _drop_repeats([*from_drafts(), *from_guidance(), *from_written(), *from_notes()])
    print({source: dict(Counter(one.section for one in examples if one.source == source)) for source in WORTH})
    print("cross-validated:", cross_validate(examples))
    write(fit(examples), _share(examples), follow([*runs_of_notes(), *runs_of_written()]))


def from_drafts() -> Iterator[Example]:
    """Yield the sentences of the open drafts under their labels."""
    for name in DRAFTS:
        for case in load_cases(name):
            if case.get("held_out") or case["form"] != "problem":
                continue
            for item in members(case, "content"):
                label = str(item["label"])
                if label in SECTIONS:
                    yield from (_example(one, label, "draft", str(case["id"])) for one in _cut(str(item["text"])))


def from_guidance() -> Iterator[Example]:
    """Yield what the template says of each section."""
    from assistant.library.programmes import load_catalogue

    for form in load_catalogue().find_programme("cast-2022").forms:
        for spec in form.fields:
            if form.name == "problem" and spec.label in SECTIONS:
                yield _example(spec.guidance.strip("（）"), spec.label, "guidance", f"guidance {spec.label}")


def from_written() -> Iterator[Example]:
    """Yield the sentences written for this purpose; each text is a line `{"topic","sentences":{section:[…]}}`."""
    for line in WRITTEN.read_text("utf-8").splitlines():
        row = json.loads(line)
        for section, texts in row["sentences"].items():
            yield from (_example(text, section, "written", str(row["topic"])) for text in texts)


def from_notes() -> Iterator[Example]:
    """Yield the labelled sentences of the open notes that belong to a section, or to none."""
    for case in load_cases("fill.own"):
        if case.get("held_out"):
            continue
        for item in members(case, "sentences"):
            if item["section"] in CLASSES:
                also = item.get("also")
                others = frozenset(map(str, also)) if isinstance(also, list) else frozenset[str]()
                yield Example(str(item["text"]), str(item["section"]), others, "note", str(case["id"]))


def cross_validate(examples: Sequence[Example]) -> dict[str, float]:
    """Return the share of sentences told right, by source, each judged by a model that never saw its text."""
    groups = [one.group for one in examples]
    right: dict[str, list[bool]] = defaultdict(list)
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(examples, groups=groups):
        model = fit([examples[place] for place in train])
        for place in test:
            one = examples[place]
            said = CLASSES[int(np.argmax(_score(one.text, model)))]
            right[one.source].append(said == one.section or said in one.also)
    return {source: round(float(np.mean(found)), 3) for source, found in right.items()} | {
        source + " n": len(found) for source, found in right.items()
    }


Model = tuple[dict[str, int], NDArray[np.float64], NDArray[np.float64]]


def fit(examples: Sequence[Example]) -> Model:
    """Return the places of the features, their weights by class, and the bias."""
    vocabulary = _list_vocabulary(examples)
    rows = [
        [(vocabulary[name], value) for name, value in list_features(one.text) if name in vocabulary] for one in examples
    ]
    matrix = csr_matrix(
        (
            [value for row in rows for _, value in row],
            ([place for place, row in enumerate(rows) for _ in row], [column for row in rows for column, _ in row]),
        ),
        shape=(len(rows), len(vocabulary)),
    )
    labels = [CLASSES.index(one.section) for one in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=2000, random_state=SEED)
    model.fit(matrix, labels, sample_weight=_weigh(examples))
    return vocabulary, np.asarray(model.coef_), np.asarray(model.intercept_)


def runs_of_notes() -> Iterator[list[str]]:
    """Yield the sections of the sentences of each open note, in order; other lines of the form left out."""
    for case in load_cases("fill.own"):
        if not case.get("held_out"):
            yield [str(item["section"]) for item in members(case, "sentences") if item["section"] in CLASSES]


def runs_of_written() -> Iterator[list[str]]:
    """Yield the sections of the sentences of each text written for this purpose, in the order in which it has them."""
    for line in WRITTEN.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield [section for section, texts in row["sentences"].items() for _ in texts]


def follow(runs: Sequence[Sequence[str]]) -> tuple[list[float], list[list[float]]]:
    """Return the log share of each class, and the log probability of each after each; the last row begins notes."""
    size = len(CLASSES)
    counted = np.full((size + 1, size), PRIOR)
    for run in runs:
        places = [CLASSES.index(section) for section in run]
        for before, place in zip([size, *places], places, strict=False):
            counted[before, place] += 1
    often = np.log(counted.sum(axis=0) / counted.sum())
    steps = np.log(counted / counted.sum(axis=1, keepdims=True))
    return _round(often), [_round(row) for row in steps]


def write(model: Model, prior: Sequence[float], follows: tuple[list[float], list[list[float]]]) -> None:
    """Write the weights, those that matter, rounded."""
    vocabulary, weights, bias = model
    kept = {
        name: [round(float(value), 2) for value in weights[:, place]]
        for name, place in sorted(vocabulary.items())
        if np.abs(weights[:, place]).max() >= SMALLEST
    }
    often, steps = follows
    plain = {
        "classes": CLASSES,
        "bias": _round(bias),
        "prior": _round(prior),
        "often": often,
        "follow": steps,
        "weights": kept,
    }
    TARGET.write_text(json.dumps(plain, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(kept)} features, {TARGET.stat().st_size // 1024} KiB")


def _score(text: str, model: Model) -> NDArray[np.float64]:
    vocabulary, weights, bias = model
    found = [weights[:, vocabulary[name]] * value for name, value in list_features(text) if name in vocabulary]
    return bias + np.sum(found, axis=0) if found else bias


def _list_vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    texts: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for name, _ in list_features(one.text):
            texts[name].add(one.group)
    kept = sorted(
        name for name, seen in texts.items() if len(seen) >= LEAST_TEXTS or not name.startswith(("run", "head"))
    )
    return {name: place for place, name in enumerate(kept)}


def _weigh(examples: Sequence[Example]) -> list[float]:
    """Every class counts alike, inside it each sentence by its source."""
    total: dict[str, float] = defaultdict(float)
    for one in examples:
        total[one.section] += WORTH[one.source]
    mean = sum(total.values()) / len(total)
    return [WORTH[one.source] * (mean / total[one.section]) ** 0.5 for one in examples]


def _share(examples: Sequence[Example]) -> list[float]:
    """Return the log share of each class in the weight of all examples."""
    total: dict[str, float] = defaultdict(float)
    for one, weight in zip(examples, _weigh(examples), strict=True):
        total[one.section] += weight
    return [float(np.log(total[section] / sum(total.values()))) for section in CLASSES]


def _round(values: Iterable[float]) -> list[float]:
    return [round(float(value), 3) for value in values]


def _drop_repeats(examples: Sequence[Example]) -> list[Example]:
    kept: list[Example] = []
    seen: list[tuple[str, frozenset[str]]] = []
    for one in examples:
        pairs = bigrams(one.text)
        again = any(
            group != one.group and 2 * len(pairs & other) >= SAME * (len(pairs) + len(other)) for group, other in seen
        )
        if not again:
            kept.append(one)
        seen.append((one.group, pairs))
    return kept


def _cut(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (line[start:end] for start, end in split_sentences(line))


def _example(text: str, section: str, source: str, group: str) -> Example:
    return Example(text, section, frozenset(), source, group)


if __name__ == "__main__":
    main()
