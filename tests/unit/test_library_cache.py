"""The kept catalogue: the same as the one read anew, and never in the way."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.library import cache
from assistant.library.cache import open_catalogue
from assistant.library.locations import corpus_root
from assistant.library.programmes import load_catalogue


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus without its guides, which is read fast."""
    root = tmp_path_factory.mktemp("small") / "corpus"
    shutil.copytree(corpus_root(), root, ignore=shutil.ignore_patterns("nkrd-*"))
    return root


@pytest.fixture(scope="module")
def loaded(corpus: Path) -> Catalogue:
    return load_catalogue(corpus)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("catalogue-*"))


def test_what_is_read_back_equals_what_was_loaded(tmp_path: Path, corpus: Path, loaded: Catalogue):
    assert open_catalogue(tmp_path, corpus) == loaded
    assert len(kept(tmp_path)) == 1
    assert open_catalogue(tmp_path, corpus) == loaded


def test_a_kept_catalogue_is_used(tmp_path: Path, corpus: Path, loaded: Catalogue, monkeypatch: pytest.MonkeyPatch):
    open_catalogue(tmp_path, corpus)
    monkeypatch.setattr("assistant.library.programmes.load_catalogue", None)
    assert open_catalogue(tmp_path, corpus) == loaded


@pytest.mark.parametrize("damage", ["empty", "cut", "garbage", "other shape", "other corpus"])
def test_a_broken_copy_is_made_anew(tmp_path: Path, corpus: Path, loaded: Catalogue, damage: str):
    open_catalogue(tmp_path, corpus)
    place = kept(tmp_path)[0]
    whole = place.read_bytes()
    broken = {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "garbage": b"\x80\x04\x95not json",
        "other shape": b'{"programmes": 3}',
        "other corpus": whole.replace(loaded.fingerprint.encode(), b"0" * 64),
    }
    place.write_bytes(broken[damage])
    assert open_catalogue(tmp_path, corpus) == loaded
    assert place.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, corpus: Path, loaded: Catalogue):
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("", "utf-8")
    assert open_catalogue(blocked / "data", corpus) == loaded


def state(name: str) -> Callable[..., str]:
    """Stand in for another state of the program's source."""

    def digest(*_parts: str) -> str:
        return name

    return digest


def test_a_changed_corpus_or_program_is_read_anew(tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch):
    changed = tmp_path / "corpus"
    shutil.copytree(corpus, changed)
    before = open_catalogue(tmp_path, changed)
    head = changed / "cast-2022" / "programme.yaml"
    head.write_text(head.read_text("utf-8") + "\n# a remark\n", "utf-8")
    after = open_catalogue(tmp_path, changed)
    assert after.fingerprint != before.fingerprint
    assert len(kept(tmp_path)) == 2
    monkeypatch.setattr(cache, "digest_sources", state("another"))
    open_catalogue(tmp_path, changed)
    assert len(kept(tmp_path)) == 3


def test_old_copies_go(tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch):
    for number in range(5):
        monkeypatch.setattr(cache, "digest_sources", state(str(number)))
        open_catalogue(tmp_path, corpus)
    assert len(kept(tmp_path)) == 3
    assert not list(tmp_path.glob("*.part"))


def test_the_part_for_checks_has_all_that_drafts_are_checked_by_and_no_questions(
    tmp_path: Path, corpus: Path, loaded: Catalogue
):
    part = open_catalogue(tmp_path, corpus, "checks")

    assert [one.rules for one in part.programmes] == [one.rules for one in loaded.programmes]
    assert [one.notice for one in part.programmes] == [one.notice for one in loaded.programmes]
    assert [one.directions for one in part.programmes] == [one.directions for one in loaded.programmes]
    assert not any(one.asked or one.silences or one.expansions for one in part.programmes)
    assert open_catalogue(tmp_path, corpus, "checks") == part
    assert open_catalogue(tmp_path, corpus) == loaded
