"""What is counted of the sentences and kept: read back it is the same, and a copy is never in the way."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.answering.asked.question import understand
from assistant.answering.choosing.ranking import rank
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.answering.sentences.kept import open_arrays
from assistant.domain.catalogue import Catalogue
from assistant.library.locations import corpus_root
from assistant.library.programmes import load_catalogue
from assistant.postings import Arrays

QUESTIONS = ("2023年最晚哪天要交", "推荐委员会至少几个人", "入选的有没有奖金", "PI年龄有什么限制", "？")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The corpus without its guides, which is read fast."""
    root = tmp_path_factory.mktemp("small") / "corpus"
    shutil.copytree(corpus_root(), root, ignore=shutil.ignore_patterns("nkrd-*"))
    return load_catalogue(root)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def fresh(catalogue: Catalogue) -> Corpus:
    return Corpus(catalogue, open_corpus(catalogue).units)


def figures(corpus: Corpus, question: str) -> list[object]:
    asking = corpus.asking
    likeness = asking.read(question)
    columns = (likeness.rows, asking.nearest(likeness), asking.crowd(likeness), asking.central(likeness))
    programmes = [one.id for one in corpus.catalogue.programmes]
    ranked = [rank(part, corpus, programmes) for part in understand(question, corpus, None, ()).parts]
    silences = [asking.find_silence(likeness, one) for one in programmes]
    return [*(column.tolist() for column in columns), silences, ranked]


@pytest.mark.parametrize("damage", ["absent", "whole", "cut", "another bit", "no archive", "empty"])
def test_sentences_are_weighed_alike_with_a_copy_and_without(
    catalogue: Catalogue, fresh: Corpus, folder: Path, damage: str
):
    place = folder / "sentences-0.npz"
    if not place.exists():
        assert Corpus(catalogue, fresh.units, place).asking
    whole = place.read_bytes()
    flipped = bytes([whole[len(whole) // 2] ^ 1])
    content = {
        "whole": whole,
        "cut": whole[: len(whole) // 2],
        "another bit": whole[: len(whole) // 2] + flipped + whole[len(whole) // 2 + 1 :],
        "no archive": b"\x80\x04\x95 no arrays",
        "empty": b"",
    }
    place.write_bytes(content.get(damage, b""))
    if damage == "absent":
        place.unlink()

    kept = Corpus(catalogue, fresh.units, place)

    for question in QUESTIONS:
        assert figures(kept, question) == figures(fresh, question)
    again = Corpus(catalogue, fresh.units, place)
    assert again.asking.central(again.asking.read(QUESTIONS[0])).any()
    assert not list(folder.glob("*.part"))


def test_what_is_kept_is_not_made_again(tmp_path: Path):
    made: list[int] = []

    def make() -> Arrays:
        made.append(1)
        return {"甲": np.arange(3), "乙": np.asarray([0.1])}

    first, second = open_arrays(tmp_path / "sentences-1.npz", make), open_arrays(tmp_path / "sentences-1.npz", make)

    assert made == [1]
    assert {name: array.tolist() for name, array in first.items()} == {
        name: array.tolist() for name, array in second.items()
    }


def test_nothing_in_a_kept_file_can_run(tmp_path: Path):
    place = tmp_path / "sentences-1.npz"
    np.savez(place, pickled=np.asarray([print], dtype=object))

    assert list(open_arrays(place, lambda: {"made": np.arange(2)})) == ["made"]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path):
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("", "utf-8")

    assert list(open_arrays(blocked / "data" / "sentences-1.npz", lambda: {"made": np.arange(2)})) == ["made"]


def test_another_corpus_and_a_part_of_one_have_copies_of_their_own(catalogue: Catalogue, tmp_path: Path):
    part = replace(catalogue, programmes=catalogue.programmes[:1], fingerprint="a part")
    smaller = replace(part, programmes=catalogue.programmes[1:2], fingerprint="another part")

    copies = {open_corpus(one, tmp_path).copy for one in (part, smaller)}

    assert len(copies) == 2
