"""`match` over the shipped guides, on problems written for these tests."""

from pathlib import Path

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.domain.match import MatchResult
from assistant.library.programmes import load_catalogue
from assistant.matching.criterion import FITTED
from assistant.matching.matching import match_problem
from assistant.matching.signals import Signals
from assistant.retrieval.embedding import LatentEmbedder
from assistant.retrieval.index import Index, open_index
from assistant.text import find_quote

WIDE = {"nkrd-2021-05/8.1", "nkrd-2021-12/10.1", "nkrd-2021-11/4.1", "nkrd-2021-11/5.4"}
"""Directions so wide that general words alone would put them first."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def index(index_dir: Path, catalogue: Catalogue) -> Index:
    return open_index(catalogue, index_dir, LatentEmbedder())


def match(query: str, index: Index, catalogue: Catalogue, top: int = 10) -> MatchResult:
    return match_problem(query, index.search(query, kinds=("direction",), top=60), catalogue, top)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("蜱虫和蚊子怎么把病毒传给人，怎样阻断", "nkrd-2021-01/1.2"),
        ("给地下水超采的华北平原找回补的水", "nkrd-2021-02/2.6"),
        ("晶质石墨, 提纯, 负极", "nkrd-2021-05/6.3"),
        ("purification of flake graphite", "nkrd-2021-05/6.3"),
        ("磁共振仪器里低温冷却的接收探头", "nkrd-2021-12/2.4"),
        ("轮船烟气里的二氧化碳能不能在船上就收集存起来", "sticoop-2022/8.1"),
    ],
)
def test_a_problem_finds_its_direction_and_fits(query: str, wanted: str, index: Index, catalogue: Catalogue):
    result = match(query, index, catalogue)
    best = result.matches[0]
    assert f"{best.programme}/{best.number}" == wanted
    assert result.fits
    assert best.why


@pytest.mark.parametrize(
    "query",
    [
        "唐代诗人的交游与科举制度",
        "足球联赛的转会市场定价",
        "the history of medieval monasteries",
        "为什么猫喜欢钻纸箱",
        "非线性偏微分方程组整体解的存在唯一性",
    ],
)
def test_a_foreign_problem_fits_nothing_but_the_nearest_are_shown(query: str, index: Index, catalogue: Catalogue):
    assert not match(query, index, catalogue).fits


def test_a_nearest_direction_says_which_phrases_it_lacks_and_a_fitting_one_does_not(index: Index, catalogue: Catalogue):
    nearest = match("唐代诗人的交游与科举制度", index, catalogue)
    fitting = match("晶质石墨提纯与负极材料", index, catalogue)

    assert not nearest.fits
    assert "科举制度" in nearest.matches[0].lacking
    assert all(phrase in "唐代诗人的交游与科举制度" for one in nearest.matches for phrase in one.lacking)
    assert fitting.fits
    assert not any(one.lacking for one in fitting.matches)


def test_a_query_without_a_known_word_gives_no_match(index: Index, catalogue: Catalogue):
    result = match("qzxv wvkj", index, catalogue)
    assert not result.fits
    assert result.matches == ()
    assert result.confidence == 0.0


@pytest.mark.parametrize("query", ["研究新方法，开发新软件，形成标准", "面向国家重大需求开展协同创新"])
def test_general_words_alone_fit_nothing(query: str, index: Index, catalogue: Catalogue):
    assert not match(query, index, catalogue).fits


@pytest.mark.parametrize("query", ["肺癌早期筛查的关键技术研究与示范应用", "南方稀土矿的绿色开采技术研究与应用示范"])
def test_general_words_beside_a_subject_do_not_put_a_wide_direction_first(
    query: str, index: Index, catalogue: Catalogue
):
    best = match(query, index, catalogue).matches[0]
    assert f"{best.programme}/{best.number}" not in WIDE


def test_a_match_shows_what_the_direction_demands_with_exact_quotes(index: Index, catalogue: Catalogue):
    best = match("虫媒病毒 蚊媒 登革热", index, catalogue).matches[0]
    text = catalogue.find_programme(best.programme).notice.text
    assert best.requirements
    assert all(find_quote(text, demand.quote) for demand in best.requirements)


def test_no_more_matches_than_asked_for_and_the_best_first(index: Index, catalogue: Catalogue):
    result = match("地震监测预测", index, catalogue, top=3)
    scores = [one.score for one in result.matches]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)
    assert result.signals


def test_confidence_grows_with_what_speaks_for_a_fit_and_falls_with_a_foreign_subject():
    weak = Signals(
        strength=4.0,
        amount=3.0,
        coverage=0.2,
        unknown=0.5,
        second_run=0.5,
        english=0.0,
        foreign=2.0,
        outside=0.4,
        odds=-1.0,
        neighbours=0.2,
        latent=0.3,
    )
    strong = Signals(
        strength=12.0,
        amount=4.5,
        coverage=0.7,
        unknown=0.1,
        second_run=2.0,
        english=0.0,
        foreign=0.0,
        outside=0.1,
        odds=1.0,
        neighbours=0.9,
        latent=0.8,
    )
    assert FITTED.confidence(weak) < FITTED.threshold < FITTED.confidence(strong) <= 1


def test_a_long_problem_has_to_be_surer_than_a_title():
    title = "晶质石墨提纯与负极材料"
    assert FITTED.least(title) == FITTED.threshold < FITTED.least(title * 5) < 1
