"""An interview: one question at a time, any order, back and forth, every answer in its field."""

import pytest

from assistant.domain.interview import Gave, InterviewTurn
from assistant.errors import InputError
from assistant.reporting.interview import render_turn
from tests.unit.interviewing import Talk

TOPIC = "固态电池里锂枝晶从哪里开始长"


@pytest.fixture
def talk() -> Talk:
    talk = Talk()
    talk.begin(TOPIC, kind="前沿科学问题")
    return talk


def label_of(turn: InterviewTurn) -> str:
    assert turn.question is not None
    return turn.question.label


def test_the_topic_and_the_type_are_taken_from_the_first_words(talk: Talk):
    assert talk.text("题目") == TOPIC
    assert talk.text("所属类型") == "前沿科学问题"


def test_without_a_topic_the_topic_is_asked_first():
    turn = Talk().begin()

    assert label_of(turn) == "题目"


def test_each_question_gives_the_templates_words_and_the_budget(talk: Talk):
    turn = talk.act("why")

    assert turn.question is not None
    assert "为问题正文的摘要部分" in turn.question.why
    assert "附件1" in turn.question.why
    assert "1600至2400字" in turn.question.budget


def test_an_answer_of_several_sentences_is_sorted_and_told(talk: Talk):
    talk.act("goto", name="最新进展")
    turn = talk.say(
        "2021年有课题组用冷冻电镜看到了晶界处的锂。可是界面处的应力还测不准。"
        "如果能分清两种机制，固态电池的循环寿命有望翻倍。记得周五把图发给小王。"
    )

    assert talk.text("最新进展") == "2021年有课题组用冷冻电镜看到了晶界处的锂。可是界面处的应力还测不准。"
    assert talk.text("重要意义") == "如果能分清两种机制，固态电池的循环寿命有望翻倍。"
    assert talk.unplaced == ["记得周五把图发给小王。"]
    assert any("放在“重要意义”" in one for one in turn.told)
    assert any("未归类" in one for one in turn.told)


def test_a_single_sentence_answers_what_was_asked_whatever_its_words(talk: Talk):
    talk.act("goto", name="问题背景")
    talk.say("如果能分清两种机制，寿命有望翻倍。")

    assert talk.text("问题背景") == "如果能分清两种机制，寿命有望翻倍。"


def test_a_sentence_can_be_put_elsewhere_and_aside(talk: Talk):
    talk.act("goto", name="问题背景")
    talk.say("如果能分清两种机制，寿命有望翻倍。")
    talk.act("move", "“如果能分清”那句", "重要意义")
    assert talk.text("重要意义") == "如果能分清两种机制，寿命有望翻倍。"

    talk.act("move", "“如果能分清”那句", "")
    assert talk.unplaced == ["如果能分清两种机制，寿命有望翻倍。"]

    talk.act("move", "未归类第1句", "问题描述")
    assert talk.text("问题描述") == "如果能分清两种机制，寿命有望翻倍。"


def test_a_question_that_was_passed_comes_back_when_its_field_is_called(talk: Talk):
    first = label_of(talk.act("why"))
    passed = talk.act("skip")
    assert label_of(passed) != first
    assert passed.passed == 1

    assert label_of(talk.act("goto", name=first)) == first


def test_a_value_is_chosen_by_number_or_by_name(talk: Talk):
    talk.act("goto", name="所属领域")
    turn = talk.act("why")
    assert turn.question is not None
    values = [one.value for one in turn.question.choices]
    assert "先进材料" in values

    talk.say(str(values.index("先进材料") + 1))
    assert talk.text("所属领域") == "先进材料"

    talk.act("goto", name="所属领域")
    talk.say("就选资源能源吧")
    assert talk.text("所属领域") == "资源能源"


def test_a_number_that_no_choice_has_is_asked_again(talk: Talk):
    talk.act("goto", name="所属类型")
    turn = talk.say("9")

    assert talk.text("所属类型") == "前沿科学问题"
    assert "没有第9项" in turn.told[0]


def test_keywords_are_chosen_by_numbers_and_own_words_together(talk: Talk):
    talk.say("枝晶的成核与界面应力有关，界面应力来自固态电解质，固态电解质里有晶界。")
    talk.act("goto", name="关键词")
    turn = talk.act("why")
    assert turn.question is not None
    assert turn.question.take == 4
    talk.say("1、2、锂枝晶、成核")

    words = talk.text("关键词").split("；")
    assert words == [*(one.value for one in turn.question.choices[:2]), "锂枝晶", "成核"]


def test_the_parts_of_a_contact_come_to_those_that_there_are(talk: Talk):
    talk.act("goto", name="作者信息")
    talk.say("林望舒，云溪理工大学")
    talk.act("goto", name="作者信息")
    turn = talk.act("why")
    assert turn.question is not None
    assert "手机" in turn.question.text

    talk.say("13800138000，linws@example.edu.cn")
    assert talk.text("作者信息") == "林望舒，云溪理工大学，13800138000，linws@example.edu.cn"


def test_a_title_that_is_no_question_is_offered_as_questions(talk: Talk):
    talk.act("rewrite", "关于提高锂金属负极循环稳定性的研究", "题目")
    talk.act("goto", name="题目")
    turn = talk.act("why")
    assert turn.question is not None
    assert all(one.value.endswith("？") for one in turn.question.choices)

    talk.say("第1个")
    assert talk.text("题目") == turn.question.choices[0].value


def test_starting_over_has_to_be_confirmed_and_can_be_undone(talk: Talk):
    talk.say("枝晶到底是从晶界先长，还是从界面先长？")
    assert "确定" in talk.act("restart").told[0]
    talk.say("不")
    assert talk.text("问题描述")

    talk.act("restart")
    talk.say("确定")
    assert not talk.text("问题描述")

    talk.act("undo")
    assert talk.text("问题描述") == "枝晶到底是从晶界先长，还是从界面先长？"


def test_an_answer_in_place_of_a_confirmation_is_an_answer(talk: Talk):
    talk.act("restart")
    talk.say("枝晶到底是从晶界先长，还是从界面先长？")

    assert talk.text("问题描述") == "枝晶到底是从晶界先长，还是从界面先长？"


def test_what_a_new_wording_replaces_stays_on_record(talk: Talk):
    talk.say("枝晶从晶界先长。")
    talk.act("rewrite", "枝晶从界面先长。", "问题描述")

    assert talk.text("问题描述") == "枝晶从界面先长。"
    assert [one.said for one in talk.draft.steps if isinstance(one, Gave)][-2:] == [
        "枝晶从晶界先长。",
        "枝晶从界面先长。",
    ]


def test_an_answer_that_was_taken_back_and_superseded_stays_on_record(talk: Talk):
    talk.say("枝晶从晶界先长。")
    talk.act("undo")
    talk.say("枝晶从界面先长。")

    assert [one.said for one in talk.draft.dropped if isinstance(one, Gave)] == ["枝晶从晶界先长。"]


def test_a_turn_is_shown_as_chinese_text(talk: Talk):
    turn = talk.say("枝晶到底是从晶界先长，还是从界面先长？")
    text = render_turn(turn)

    assert text.startswith("已记下：“问题描述”1句。")
    assert "问：请说说“问题背景”" in text
    assert "【题目】" in render_turn(talk.act("show"))


def test_a_field_that_the_form_lacks_is_said_to_be_missing(talk: Talk):
    assert "没有“推荐理由”这一栏" in talk.act("goto", name="推荐理由").told[0]


def test_the_recommendation_form_is_asked_for_in_its_own_fields():
    talk = Talk()
    turn = talk.begin("如何抑制锂枝晶？", form="recommendation")
    labels = {label_of(turn)}
    while (turn := talk.act("skip")).question is not None:
        labels.add(label_of(turn))

    assert {"推荐单位", "推荐人", "推荐理由"} <= labels


def test_without_a_draft_the_author_is_told_how_to_begin():
    with pytest.raises(InputError, match="没有正在写的草稿"):
        Talk().say("枝晶从晶界先长。")


def test_a_section_of_a_sentence_or_two_is_asked_about_once(talk: Talk):
    turn = talk.say("枝晶到底是从晶界先长，还是从界面先长？我们认为是界面。这个问题上世纪七十年代就有人提出来了。")

    assert label_of(turn) == "问题背景"
    assert turn.question is not None
    assert "还能多说说吗" in turn.question.text
    assert label_of(talk.say("石墨负极到头了。")) != "问题背景"


def test_an_answer_on_the_length_of_all_is_sorted_without_a_leaning(talk: Talk):
    for label in ("问题描述", "问题背景", "最新进展", "重要意义"):
        talk.act("rewrite", "界面在变化。" * 30, label)
    while (turn := talk.act("skip")).question is not None:
        if turn.question.text.startswith("检查发现：正文"):
            break
    talk.say("2021年有课题组用冷冻电镜看到了晶界处的锂。如果能分清两种机制，固态电池的循环寿命有望翻倍。")

    assert "2021年有课题组用冷冻电镜看到了晶界处的锂。" in talk.text("最新进展")
    assert "如果能分清两种机制，固态电池的循环寿命有望翻倍。" in talk.text("重要意义")
