"""Under which guide and direction a file is judged."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from assistant.checking.one import Checker
from assistant.checking.order import CheckOrder
from assistant.documents.collecting import collect
from assistant.domain.catalogue import Catalogue
from assistant.domain.finding import Report
from assistant.errors import UnknownNameError
from assistant.library.programmes import load_catalogue

TODAY = date(2022, 3, 1)


@lru_cache
def catalogue() -> Catalogue:
    return load_catalogue()


def check(folder: Path, lines: str, order: CheckOrder) -> Report:
    path = folder / "申报书.txt"
    path.write_text(f"项目申报书\n{lines}\n申报单位：云溪大学\n研究内容：{'研究储能。' * 20}", "utf-8")
    return Checker.build(catalogue(), order).check(next(iter(collect([path])))).report


@pytest.mark.parametrize(
    ("programme", "lines", "wanted"),
    [
        ("auto", "申报专项：生物安全关键技术研究\n指南方向：1.1", "nkrd-2021-03"),
        ("nkrd-2021", "申报专项：社会治理与智慧社会科技支撑\n指南方向：3.2", "nkrd-2021-09"),
        ("auto", "申报专项：“战略性科技创新合作”重点专项\n指南方向：3.1", "sticoop-2022"),
        ("nkrd-2021-05", "指南方向：1.1", "nkrd-2021-05"),
    ],
)
def test_the_file_tells_its_guide_unless_it_is_given(tmp_path: Path, programme: str, lines: str, wanted: str):
    report = check(tmp_path, lines, CheckOrder(programme=programme, today=TODAY))
    assert report.programme == wanted
    if programme != wanted:
        assert "写明" in (report.chosen_because or "")


def test_a_named_direction_decides_the_guide(tmp_path: Path):
    for direction in ("nkrd-2021-12/2.10", "sticoop-2022/3.1"):
        report = check(tmp_path, "指南方向：3", CheckOrder(direction=direction, today=TODAY))
        assert report.programme == direction.split("/")[0]


def test_a_direction_that_no_guide_has_is_an_error_of_the_input():
    with pytest.raises(UnknownNameError, match="没有编号"):
        Checker.build(catalogue(), CheckOrder(direction="sticoop-2022/3.9", today=TODAY))


def test_a_title_that_holds_quotation_marks_is_quoted_with_the_inner_kind(tmp_path: Path):
    path = tmp_path / "表.txt"
    path.write_text("“科创中国”榜单推荐表（先导技术）\n技术名称：深井预警\n联系人：林晚舟\n通信地址：东湖路", "utf-8")
    report = Checker.build(catalogue(), CheckOrder(today=TODAY)).check(next(iter(collect([path])))).report

    assert "“‘科创中国’榜单推荐表" in (report.chosen_because or "")
    assert "““" not in (report.chosen_because or "")
