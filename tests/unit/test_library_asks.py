"""Questions written for clauses: found at their place, refused with their line where the words do not stand there."""

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.library.asks import load_asks

NOTICE = "一、时间\n自印发之日起，至4月20日\n止。\n二、名额\n每个单位3-5个。每个单位可以联合推荐。"


def write(folder: Path, *quotes: str) -> Path:
    entries = "".join(f"  - quote: {quote}\n    asks: [什么时候截止, 最晚几号]\n" for quote in quotes)
    (folder / "asks.yaml").write_text(f"clauses:\n{entries}", "utf-8")
    return folder


def test_the_place_covers_the_quote_over_line_breaks(tmp_path: Path):
    asked = load_asks(write(tmp_path, "至4月20日止"), NOTICE)

    assert asked[0].span.slice(NOTICE) == "至4月20日\n止"
    assert asked[0].asks == ("什么时候截止", "最晚几号")


def test_a_folder_without_the_file_gives_none(tmp_path: Path):
    assert load_asks(tmp_path, NOTICE) == ()


@pytest.mark.parametrize(("quote", "said"), [("至5月20日止", "找不到"), ("每个单位", "不止一处有")])
def test_a_quote_that_does_not_stand_there_once_is_refused_with_its_line(tmp_path: Path, quote: str, said: str):
    with pytest.raises(CorpusError, match=said) as caught:
        load_asks(write(tmp_path, "至4月20日止", quote), NOTICE)

    assert "asks.yaml:4" in str(caught.value)
