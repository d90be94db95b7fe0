"""Turns that lean on what was said before, for every verb."""

import pytest

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, CheckCall, HelpCall, MatchCall, ProblemsCall, TitleCall
from assistant.library.programmes import load_catalogue
from assistant.routing.conductor import EmbeddedConductor

CONDUCTOR = EmbeddedConductor.over(load_catalogue())
TITLED = "把“高镍正极界面失效机理研究”改成问句"
CANDIDATES = "题目还不是问句。\n可以改成：\n  1. 如何突破高镍正极的界面失效？\n     直接问\n  2. 高镍正极界面为何失效？"
MATCHED = "匹配方向：深海采矿装备"
DIRECTIONS = (
    "可以考虑这些指南方向：\n\n1. 战略合作 2.1 深海采矿（示范应用）  [sticoop-2022/2.1]\n   研究内容：「…」\n\n"
    "2. 公共安全 3.2 深海通信  [nkrd-2021-10/3.2]"
)
ASKED, ANSWER = "2022年几号截止", "2022年征集通知：至2022年4月20日止。"


def converse(*contents: str, files: tuple[str, ...] = ()):
    roles = ("user", "assistant")
    return CONDUCTOR.route([Turn(role=roles[n % 2], content=text) for n, text in enumerate(contents)], files)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("用第2个", "高镍正极界面为何失效？"),
        ("最后一个吧", "高镍正极界面为何失效？"),
        ("第一个太长了", "如何突破高镍正极的界面失效？"),
        ("换一个", "高镍正极界面失效机理研究"),
        ("能不能更学术一点", "高镍正极界面失效机理研究"),
        ("那“钠电池硬碳”呢", "钠电池硬碳"),
        ("题目换成城市内涝", "城市内涝"),
    ],
)
def test_a_title_is_worked_on_further(text: str, title: str) -> None:
    assert converse(TITLED, CANDIDATES, text) == TitleCall(title=title)


def test_a_title_is_asked_for_again_as_another_kind_and_keeps_it() -> None:
    again = (TITLED, CANDIDATES, "换成工程技术难题再来一版")

    assert converse(*again) == TitleCall(title="高镍正极界面失效机理研究", kind="工程技术难题")
    assert converse(*again, CANDIDATES, "再短一点") == TitleCall(title="高镍正极界面失效机理研究", kind="工程技术难题")


def test_a_candidate_that_is_not_there_is_asked_back() -> None:
    call = converse(TITLED, CANDIDATES, "第5个怎么样")

    assert isinstance(call, HelpCall)
    assert "2个候选" in call.missing


@pytest.mark.parametrize("ending", ["呢", "咧", "嘞？", "哩", "咋样"])
def test_the_same_is_asked_of_another_thing_in_any_dialect(ending: str) -> None:
    assert converse(MATCHED, DIRECTIONS, f"海底电缆抢修{ending}") == MatchCall(query="海底电缆抢修")


def test_the_title_that_a_report_names_is_taken_over() -> None:
    report = "1 处错误。题目“盐湖提锂吸附剂的研究”不是问句。"

    assert converse("检查一下 稿.docx", report, "帮我把题目改成问句") == TitleCall(title="盐湖提锂吸附剂的研究")


@pytest.mark.parametrize("text", ["还有吗", "换一批", "再来几个"])
def test_what_stood_in_a_file_of_an_earlier_turn_is_asked_for_again(text: str) -> None:
    call = converse("这份材料能报哪个方向 稿.docx", DIRECTIONS, text)

    assert isinstance(call, HelpCall)
    assert "研究问题" in call.missing


def test_another_verb_takes_over_the_subject() -> None:
    title = "高镍正极界面失效机理研究"

    assert converse(TITLED, CANDIDATES, "那它适合报哪个方向") == MatchCall(query=title)
    assert converse(TITLED, CANDIDATES, "往年有没有类似的") == ProblemsCall(query=title)
    assert converse(TITLED, CANDIDATES, "第2个能报什么方向") == MatchCall(query="高镍正极界面为何失效？")
    assert converse(MATCHED, DIRECTIONS, "把它改成问句") == TitleCall(title="深海采矿装备")


@pytest.mark.parametrize("text", ["还有别的方向吗", "再多列几个", "都不合适，还有没有"])
def test_more_directions_are_those_of_the_same_problem(text: str) -> None:
    assert converse(MATCHED, DIRECTIONS, text) == MatchCall(query="深海采矿装备")


def test_another_thing_is_matched_or_searched_in_its_place() -> None:
    assert converse(MATCHED, DIRECTIONS, "那深海养殖呢") == MatchCall(query="深海养殖")
    assert converse("往年发布过哪些关于制氢的问题", "……", "储氢呢") == ProblemsCall(query="储氢")


def test_a_question_on_a_listed_direction_names_it() -> None:
    call = converse(MATCHED, DIRECTIONS, "第一个的考核指标是什么")

    assert isinstance(call, AskCall)
    assert call.question == "战略合作 2.1 深海采矿：考核指标是什么"
    assert not call.history


def test_this_direction_of_several_is_asked_back() -> None:
    call = converse(MATCHED, DIRECTIONS, "这个方向要配套多少钱")

    assert isinstance(call, HelpCall)
    assert "第几个" in call.missing


@pytest.mark.parametrize("text", ["那2023年呢", "联系电话", "换成企业科协行不行", "第二条呢", "为什么", "那先导榜单"])
def test_a_question_goes_on_with_the_earlier_ones_as_history(text: str) -> None:
    call = converse(ASKED, ANSWER, text)

    assert call == AskCall(
        question=text, history=(Turn(role="user", content=ASKED), Turn(role="assistant", content=ANSWER))
    )


def test_history_holds_questions_only() -> None:
    call = converse(ASKED, ANSWER, TITLED, CANDIDATES, "推荐表要盖章吗")

    assert isinstance(call, AskCall)
    assert [turn.content for turn in call.history] == [ASKED, ANSWER]


@pytest.mark.parametrize("text", ["换一个", "用第2个", "再来一版", "第3个候选再短一点"])
def test_a_wish_that_an_answer_about_rules_cannot_meet_is_asked_back(text: str) -> None:
    call = converse(ASKED, ANSWER, text)

    assert isinstance(call, HelpCall)
    assert call.missing


def test_a_new_problem_after_an_answer_is_matched() -> None:
    problem = "钙钛矿电池湿热老化后封装失效的机理不清，想做原位表征"

    assert converse(ASKED, ANSWER, problem) == MatchCall(query=problem)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("帮我改题目", TitleCall(title="高镍正极界面失效机理")),
        ("给我匹配一下方向", MatchCall(query="高镍正极界面失效机理")),
        ("帮我查重", ProblemsCall(query="高镍正极界面失效机理")),
    ],
)
def test_the_subject_that_was_asked_for_completes_the_order(order: str, expected: object) -> None:
    assert converse(order, "请写上……", "高镍正极界面失效机理") == expected


def test_a_mended_draft_is_checked_by_the_rules_of_before() -> None:
    before = ("按先导榜单检查 推荐表.docx", "推荐表.docx：有错误。")

    assert converse(*before, "改好了再查一遍", files=("b.docx",)) == CheckCall(
        files=("b.docx",), programme="pioneer-2020"
    )
    assert isinstance(converse(*before, "改好了再查一遍"), HelpCall)


def test_a_new_title_behind_a_mark_takes_the_place_of_the_earlier_one() -> None:
    assert converse(TITLED, CANDIDATES, "这个呢：盐穴储氢的长期密封机制") == TitleCall(title="盐穴储氢的长期密封机制")


def test_the_other_one_of_three_directions_is_asked_back() -> None:
    call = converse(MATCHED, f"{DIRECTIONS}\n\n3. 公共安全 3.3 海底观测  [nkrd-2021-10/3.3]", "另一个呢")

    assert isinstance(call, HelpCall)
    assert "第几个" in call.missing
