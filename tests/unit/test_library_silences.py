"""Topics that a notice is silent about: held only while none of their words stands in it."""

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.library.silences import load_silences

NOTICE = "一、时间\n自印发之日起，至4月20日\n止。不设奖\n金。"


def write(folder: Path, *words: str) -> Path:
    folder.mkdir(exist_ok=True)
    entries = "".join(f"  - topic: 关于{word}\n    words: [{word}]\n    asks: [{word}是多少]\n" for word in words)
    (folder / "silences.yaml").write_text(f"silences:\n{entries}", "utf-8")
    return folder


def test_a_shared_topic_holds_for_a_notice_that_lacks_its_words_and_for_no_other(tmp_path: Path):
    shared = write(tmp_path / "shared", "评审费", "奖金")

    silences = load_silences(tmp_path, (shared,), NOTICE)

    assert [silence.topic for silence in silences] == ["关于评审费"]


def test_a_topic_of_its_own_whose_word_the_notice_holds_is_refused_with_its_line(tmp_path: Path):
    folder = write(tmp_path / "own", "评审费", "奖金")

    with pytest.raises(CorpusError, match="奖金") as caught:
        load_silences(folder, (), NOTICE)

    assert "silences.yaml:6" in str(caught.value)


def test_own_topics_come_before_shared_ones(tmp_path: Path):
    own, shared = write(tmp_path / "own", "评审费"), write(tmp_path / "shared", "差旅费")

    assert [one.topic for one in load_silences(own, (shared,), NOTICE)] == ["关于评审费", "关于差旅费"]


def test_folders_without_the_file_give_none(tmp_path: Path):
    assert load_silences(tmp_path, (tmp_path / "none",), NOTICE) == ()
