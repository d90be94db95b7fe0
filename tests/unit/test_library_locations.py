from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.library import locations


def test_a_checkout_has_corpus_and_prompts_beside_the_package():
    repository = Path(locations.__file__).parents[2]
    assert locations.corpus_root() == repository / "corpus"
    assert locations.prompts_root() == repository / "prompts"


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    package = tmp_path / "站点 包" / "assistant"
    (package / "corpus").mkdir(parents=True)
    (package.parent / "corpus").mkdir()
    monkeypatch.setattr(locations, "_PACKAGE", package)
    assert locations.corpus_root() == package / "corpus"


def test_an_incomplete_installation_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(locations, "_PACKAGE", tmp_path / "assistant")
    with pytest.raises(CorpusError, match="重新安装"):
        locations.prompts_root()
