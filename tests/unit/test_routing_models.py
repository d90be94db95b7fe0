"""The two fitted models that read a turn: what it is about, and the words around it."""

import pytest

from assistant.library.programmes import load_catalogue
from assistant.routing.fitted.edges import mend
from assistant.routing.fitted.letters import AFTER, BEGIN, FRAME, INSIDE, LABELS, find_spans, fold, spans_of
from assistant.routing.fitted.spans import Span
from assistant.routing.fitted.turns import hide
from assistant.routing.fitted.weights import load
from assistant.routing.register import Register
from assistant.routing.subjects import around, longest, whole_problem

REGISTER = Register(load_catalogue())
TURNS = (
    "帮我把盐穴储氢的长期密封改成问句",
    "牦牛乳的脂肪球膜蛋白能报哪个方向，谢谢",
    "2023年的通知什么时候截止？",
    "……",
    "a",
    "Please match: seed dormancy in alpine plants",
    "我们在高原上养鱼，冬天水温只有三四度，鱼不吃食，\n疫病也多。想找一种办法。",
)


@pytest.mark.parametrize("name", ["letters", "turns"])
def test_every_stored_weight_has_one_number_a_class(name: str) -> None:
    model = load(name)

    assert {len(row) for row in model.weights.values()} == {len(model.classes)}
    assert len(model.weights) > 1000


def test_the_labels_of_the_letters_are_those_of_the_model() -> None:
    assert load("letters").classes == LABELS


@pytest.mark.parametrize("text", TURNS)
def test_stretches_are_in_order_apart_and_inside_the_text(text: str) -> None:
    spans = find_spans(text, REGISTER, load("letters"))

    ends = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in spans)


def test_labels_mark_stretches_also_at_the_end() -> None:
    assert list(spans_of([FRAME, BEGIN, INSIDE, AFTER, BEGIN])) == [Span(1, 3), Span(4, 5)]


def test_folding_keeps_every_letter_s_place() -> None:
    assert fold("Ａ１㎏ 中，") == "a0  中,"


def test_what_a_turn_is_about_is_one_sign_in_the_words_around() -> None:
    text = "把钠电池硬碳改成问句"

    assert hide(text, [Span(1, 6)]) == "把□改成问句"
    assert around(text, [Span(1, 6)]) == "把改成问句"


def test_the_longest_stretch_keeps_the_mark_of_its_question() -> None:
    text = "冰川为何加速融化？这个题目行吗"

    assert longest(text, [Span(0, 8)]) == "冰川为何加速融化？"


def test_a_long_problem_is_not_torn_but_freed_of_the_order_behind_it() -> None:
    told = "高原养殖冷水鱼，冬季水温只有三四度，赤皮病和水霉病高发，苗种成活率不到四成，现有的增氧和保温设备能耗太高"
    text = f"{told}。请问能报哪个方向？"
    torn = [Span(0, 7), Span(18, 35), Span(41, len(told))]

    assert whole_problem(text, torn, REGISTER) == told


@pytest.mark.parametrize(
    ("text", "found", "mended"),
    [
        ("any call for seagrass beds under heat stress?", "seagrass beds", "seagrass beds under heat stress"),
        ("has anyone studied river deltas in previous years", "river deltas", "river deltas"),
        ("problems that deal with lunar dust", "deal with lunar dust", "lunar dust"),
        ("turn peat fires into a question", "peat fires", "peat fires"),
        ("鱼塘底泥怎么清出来，能报哪个方向", "鱼塘底泥", "鱼塘底泥怎么清出来"),
        ("鱼塘底泥怎么报", "鱼塘底泥", "鱼塘底泥"),
        ("找方向：历年台风", "台风", "台风"),
        ("提一个地幔柱的问题", "幔柱", "地幔柱"),
    ],
)
def test_a_stretch_ends_where_what_it_names_ends(text: str, found: str, mended: str) -> None:
    start = text.index(found)

    assert [span.of(text) for span in mend([Span(start, start + len(found))], text)] == [mended]
