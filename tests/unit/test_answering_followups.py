"""A question that leans on the conversation is made whole before it is looked up."""

import pytest

from assistant.answering.asked.followups import fold, take_over
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.domain.answer import Turn
from assistant.library.programmes import load_catalogue


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return open_corpus(load_catalogue())


def whole(corpus: Corpus, *contents: str) -> str:
    roles = ("user", "assistant")
    turns = [Turn(role=roles[number % 2], content=content) for number, content in enumerate(contents)]
    return take_over(fold(turns[-1].content), turns[:-1], corpus)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2022年科协征集几号截止？", "那2023年呢？", "2023年科协征集几号截止?"),
        ("2022年科协征集几号截止？", "2021年的呢", "2021年科协征集几号截止?"),
        ("2022年通知第四条说了什么", "第五条呢", "2022年通知第五条说了什么"),
        ("2022年通知第四部分的第二条说了什么", "第三条呢", "2022年通知第四部分的第三条说了什么"),
        ("2022年通知四、1怎么说", "四、2呢", "2022年通知四、2怎么说"),
        ("先导榜单一家推荐几个", "2023年的征集通知呢", "2023年的征集通知一家推荐几个"),
        ("病原学专项青年项目多少钱", "那生物安全专项呢", "生物安全专项青年项目多少钱"),
        ("2022年学会能推荐吗", "那企业科协呢", "2022年企业科协能推荐吗"),
        ("病原学专项一个项目最多几家单位", "换成青年科学家项目行不行", "病原学专项一个青年科学家项目最多几家单位"),
        ("2023年征集找谁联系", "邮箱呢", "2023年征集联系邮箱呢"),
        ("2023年征集几号截止", "推荐表要盖章吗", "2023年推荐表要盖章吗"),
    ],
)
def test_a_follow_up_takes_over_what_it_leaves_out(corpus: Corpus, before: str, after: str, expected: str) -> None:
    assert whole(corpus, before, "……", after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2023年征集找谁联系", "战略性科技创新合作专项的负责人年龄有什么要求"),
        ("2023年征集几号截止", "配套经费的比例是多少"),
        ("2022年征集几号截止", "那先导榜单的联系人是谁"),
    ],
)
def test_a_whole_question_on_something_else_takes_over_nothing(corpus: Corpus, before: str, after: str) -> None:
    assert whole(corpus, before, "……", after) == fold(after).removeprefix("那")


def test_a_place_in_the_reply_s_list_stands_for_its_item(corpus: Corpus) -> None:
    reply = "正文包括：1.问题描述；2.问题背景；3.最新进展；4.重要意义。"

    assert whole(corpus, "2022年的正文有哪几块", reply, "第3块具体怎么写") == "2022年第3块具体怎么写"
    assert whole(corpus, "2022年的正文有哪几块", reply, "第3部分具体怎么写") == "2022年最新进展具体怎么写"
    assert whole(corpus, "2022年的正文有哪几块", reply, "最后一个怎么写") == "2022年重要意义怎么写"


def test_a_follow_up_of_a_follow_up_leans_on_both(corpus: Corpus) -> None:
    chain = ("2022年科协征集几号截止？", "4月20日。", "那2023年呢？", "4月20日。", "联系人呢")

    assert whole(corpus, *chain) == "2023年科协征集联系人呢"
