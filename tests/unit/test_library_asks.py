"""Questions written for clauses: found at their place, refused with their line where the words do not stand there."""

from pathlib import Path

import pytest

from assistant.domain.programme import Asked
from assistant.errors import CorpusError
from assistant.library.asks import load_asks
from assistant.library.programmes import load_catalogue

NOTICE = "一、时间\n自印发之日起，至4月20日\n止。\n二、名额\n每个单位3-5个。每个单位可以联合推荐。"


def write(folder: Path, *quotes: str) -> Path:
    entries = "".join(f"  - quote: {quote}\n    asks: [什么时候截止, 最晚几号]\n" for quote in quotes)
    (folder / "asks.yaml").write_text(f"clauses:\n{entries}", "utf-8")
    return folder


def load(folder: Path, shared: Path | None = None) -> tuple[Asked, ...]:
    return load_asks(folder, shared or folder, NOTICE, ())


def test_the_place_covers_the_quote_over_line_breaks(tmp_path: Path):
    asked = load(write(tmp_path, "至4月20日止"))

    assert asked[0].span.slice(NOTICE) == "至4月20日\n止"
    assert asked[0].asks == ("什么时候截止", "最晚几号")


def test_a_folder_without_the_file_gives_none(tmp_path: Path):
    assert load(tmp_path) == ()


@pytest.mark.parametrize(("quote", "said"), [("至5月20日止", "找不到"), ("每个单位", "不止一处有")])
def test_a_quote_that_does_not_stand_there_once_is_refused_with_its_line(tmp_path: Path, quote: str, said: str):
    with pytest.raises(CorpusError, match=said) as caught:
        load(write(tmp_path, "至4月20日止", quote))

    assert "asks.yaml:4" in str(caught.value)


def test_what_a_document_shares_holds_where_its_words_stand_once(tmp_path: Path):
    shared, own = tmp_path / "shared", tmp_path / "own"
    shared.mkdir()
    own.mkdir()
    write(shared, "至4月20日止", "至5月20日止", "每个单位")

    asked = load(own, shared)

    assert [one.span.slice(NOTICE) for one in asked] == ["至4月20日\n止"]


def test_words_that_several_directions_hold_are_found_in_the_one_named(tmp_path: Path):
    programme = next(one for one in load_catalogue().programmes if len(one.directions) > 1)
    first, second = programme.directions[:2]
    (tmp_path / "asks.yaml").write_text(
        f'clauses:\n  - quote: 研究内容：\n    direction: "{second.number}"\n    asks: [研究什么]\n', "utf-8"
    )

    asked = load_asks(tmp_path, tmp_path, programme.notice.text, programme.directions)

    assert second.span.contains(asked[0].span)
    assert not first.span.contains(asked[0].span)


def test_a_direction_that_the_guide_lacks_is_refused_with_its_line(tmp_path: Path):
    (tmp_path / "asks.yaml").write_text(
        'clauses:\n  - quote: 每个单位\n    direction: "9.9"\n    asks: [问]\n', "utf-8"
    )

    with pytest.raises(CorpusError, match=r"没有方向 9\.9.*") as caught:
        load(tmp_path)

    assert "asks.yaml:3" in str(caught.value)
