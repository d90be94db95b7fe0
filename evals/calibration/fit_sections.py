"""Fit what tells the section of a sentence of notes; writes `assistant/writing/sections/weights.npz`.

Run from the project's root: `.venv/bin/python evals/calibration/fit_sections.py`. Prints cross-validated accuracy.
With `--without-notes` it leaves out the open notes; `wenjin eval fill` then shows how notes fare that nothing was
fitted to, which is what features and settings were chosen by. Data, each sentence with its section:

- `notes.txt` beside this file: whole notes written for this purpose, over all disciplines, in many voices, in order;
- `sections.jsonl` beside it: sentences in the loose wording of notes, by topic;
- the template's guidance for each section;
- the open notes of `fill.own` and `fill.second`; their other halves are never read here.

The drafts of our case files are left out: a draft's even wording made notes worse. The model is a multinomial logistic
regression. A run of characters is a feature only if it stands in at least `LEAST_TEXTS` texts, so that topics are not
learned. Folds are made of whole texts. Sentences that repeat one of another text are left out.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from assistant.library.programmes import load_catalogue
from assistant.text import bigrams
from assistant.writing.sections.features import list_features
from assistant.writing.sections.headings import CLASSES, SECTIONS
from wenjin_evals.cases import load_cases, members

HERE = Path(__file__).parent
TARGET = Path("assistant/writing/sections/weights.npz")
LETTERS = dict(zip("描景进义外", CLASSES, strict=True))
"""First characters of the lines of `notes.txt`."""
CASES = ("fill.own", "fill.second")
LEAST_TEXTS = 3
STRENGTH = 3.0
"""Inverse of the regularisation."""
SAME = 0.5
"""Dice coefficient from which a sentence of another text is a repetition."""
FOLDS = 5
SEED = 20220420
PRIOR = 0.5
"""Added to each count of one section after another."""
STEP = 0.025
"""Weights are stored as whole numbers of it, from -127 to 127."""
SMALLEST = 0.1
"""Weights below it in every class are left out."""


@dataclass(frozen=True)
class Example:
    """One sentence."""

    text: str
    section: str
    source: str
    group: str
    also: frozenset[str] = frozenset()
    """Sections that would do as well."""


def main() -> None:
    """Fit, measure and write."""
    notes = [] if "--without-notes" in sys.argv else list(from_notes())
    written = list(from_written())
    examples = drop_repeats([*from_guidance(), *written, *notes])
    for source in dict.fromkeys(one.source for one in examples):
        print(source, dict(Counter(one.section for one in examples if one.source == source)))
    print("cross-validated, sentence by sentence:", cross_validate(examples))
    write(fit(examples), share(examples), follow([*written, *notes]))


def from_guidance() -> Iterator[Example]:
    """Yield what the template says of each section."""
    for form in load_catalogue().find_programme("cast-2022").forms:
        for spec in form.fields:
            if form.name == "problem" and spec.label in SECTIONS:
                yield Example(spec.guidance.strip("（）"), spec.label, "guidance", f"guidance {spec.label}")


def from_written() -> Iterator[Example]:
    """Yield the sentences written for this purpose: `{"topic","sentences":{section:[…]}}` a line, and whole notes."""
    for line in HERE.joinpath("sections.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for section, texts in row["sentences"].items():
            yield from (Example(text, section, "sections", str(row["topic"])) for text in texts)
    title = ""
    for line in HERE.joinpath("notes.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            title = line
        elif line:
            yield Example(line[2:], LETTERS[line[0]], "notes", title)


def from_notes() -> Iterator[Example]:
    """Yield the labelled sentences of the open notes that belong to a section, or to none."""
    for case in (case for name in CASES for case in load_cases(name)):
        if case.get("held_out") or case.get("form", "problem") != "problem":
            continue
        for item in members(case, "sentences"):
            if item["section"] in CLASSES:
                also = item.get("also")
                others = frozenset(map(str, also)) if isinstance(also, list) else frozenset[str]()
                yield Example(str(item["text"]), str(item["section"]), "cases", str(case["id"]), others)


def drop_repeats(examples: Sequence[Example]) -> list[Example]:
    """Return the sentences without those that repeat one of another text."""
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


Model = tuple[dict[str, int], NDArray[np.float64], NDArray[np.float64]]


def cross_validate(examples: Sequence[Example]) -> dict[str, str]:
    """Return the share of sentences told right, by source, each judged by a model that never saw its text."""
    groups = [one.group for one in examples]
    right: dict[str, list[bool]] = defaultdict(list)
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(examples, groups=groups):
        vocabulary, weights, bias = fit([examples[place] for place in train])
        unseen = [examples[place] for place in test]
        said = np.argmax(_tabulate(unseen, vocabulary) @ weights.T + bias, axis=1)
        for one, place in zip(unseen, said, strict=True):
            right[one.source].append(CLASSES[int(place)] in {one.section, *one.also})
    return {source: f"{np.mean(found):.3f} of {len(found)}" for source, found in right.items()}


def fit(examples: Sequence[Example]) -> Model:
    """Return the places of the features, their weights by class, and the bias."""
    vocabulary = _list_vocabulary(examples)
    labels = [CLASSES.index(one.section) for one in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=2000, random_state=SEED)
    model.fit(_tabulate(examples, vocabulary), labels, sample_weight=_weigh(examples))
    return vocabulary, np.asarray(model.coef_), np.asarray(model.intercept_)


def share(examples: Sequence[Example]) -> list[float]:
    """Return the log share of each class in the weight of all examples."""
    total: dict[str, float] = defaultdict(float)
    for one, weight in zip(examples, _weigh(examples), strict=True):
        total[one.section] += weight
    return [float(np.log(total[section] / sum(total.values()))) for section in CLASSES]


def follow(examples: Sequence[Example]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the log share of each class, and the log probability of each after each; the last row begins a text."""
    size = len(CLASSES)
    counted = np.full((size + 1, size), PRIOR)
    for _, run in groupby(examples, key=lambda one: one.group):
        places = [CLASSES.index(one.section) for one in run]
        for before, place in zip([size, *places], places, strict=False):
            counted[before, place] += 1
    return np.log(counted.sum(axis=0) / counted.sum()), np.log(counted / counted.sum(axis=1, keepdims=True))


def write(model: Model, prior: Sequence[float], follows: tuple[NDArray[np.float64], NDArray[np.float64]]) -> None:
    """Write the weights that matter, each as a whole number of `STEP`: a byte each, a fiftieth of them as text."""
    vocabulary, weights, bias = model
    names = [name for name, place in vocabulary.items() if np.abs(weights[:, place]).max() >= SMALLEST]
    whole = np.clip(np.round(weights[:, [vocabulary[name] for name in names]].T / STEP), -127, 127)
    np.savez_compressed(
        TARGET,
        names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        weights=whole.astype(np.int8),
        step=np.array(STEP),
        bias=bias.round(3),
        prior=np.round(prior, 3),
        often=follows[0].round(3),
        follow=follows[1].round(3),
    )
    print(f"{len(names)} features, {TARGET.stat().st_size // 1024} KiB")


def _tabulate(examples: Sequence[Example], vocabulary: dict[str, int]) -> csr_matrix:
    cells = [
        (row, vocabulary[name], value)
        for row, one in enumerate(examples)
        for name, value in list_features(one.text)
        if name in vocabulary
    ]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(examples), len(vocabulary)))


def _list_vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    texts: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for name, _ in list_features(one.text):
            texts[name].add(one.group)
    return {
        name: place for place, name in enumerate(sorted(n for n, seen in texts.items() if len(seen) >= LEAST_TEXTS))
    }


def _weigh(examples: Sequence[Example]) -> list[float]:
    """Return the weight of each sentence: half way between every sentence and every class counting alike."""
    total = Counter(one.section for one in examples)
    mean = len(examples) / len(total)
    return [(mean / total[one.section]) ** 0.5 for one in examples]


if __name__ == "__main__":
    main()
