"""What a single turn wants, in many wordings: verb, subject and what is asked back."""

import pytest

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, CheckCall, HelpCall, MatchCall, ProblemsCall, TitleCall
from assistant.library.programmes import load_catalogue
from assistant.routing.conductor import EmbeddedConductor

CONDUCTOR = EmbeddedConductor.over(load_catalogue())


def route(text: str, *files: str):
    return CONDUCTOR.route([Turn(role="user", content=text)], files)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("把下面的题目改一改：高镍正极材料界面失效机理研究", "高镍正极材料界面失效机理研究"),
        ("高镍正极材料界面失效机理研究 这个题目行吗", "高镍正极材料界面失效机理研究"),
        ("拟个题目：用AI做蛋白质设计", "用AI做蛋白质设计"),
        ("标题润色：低空无人机反制", "低空无人机反制"),
        ("《城市内涝的成因》这个标题是不是太大了，帮我改改", "城市内涝的成因"),
        ("起个好标题，内容是盐穴储氢的长期密封", "盐穴储氢的长期密封"),
        ("题目太平淡了，帮我改改：海水淡化膜污染控制", "海水淡化膜污染控制"),
        ("请把这个陈述句转换成疑问句：深空通信延迟高", "深空通信延迟高"),
        ("“煤矿瓦斯治理”作为题目够不够具体", "煤矿瓦斯治理"),
        ("帮我改题目：提高燃料电池低温性能", "提高燃料电池低温性能"),
        ("原题是钠离子电池低温性能，帮我换个问句的说法", "钠离子电池低温性能"),
        ("题目叫稻田甲烷减排，专家说不够具体，改一下吧", "稻田甲烷减排"),
        ("将深海机器人自主导航这句话写成科学问题的形式", "深海机器人自主导航"),
        ("请把 冰川消融预测 变成一个疑问句", "冰川消融预测"),
        ("精简：如何实现多无人机的协同感知与自主决策？", "如何实现多无人机的协同感知与自主决策？"),
    ],
)
def test_a_title_is_found_behind_beside_and_inside_the_order(text: str, title: str) -> None:
    assert route(text) == TitleCall(title=title)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("帮我看看肺结节早筛这个题能报什么", "肺结节早筛"),
        ("有没有支持深海通信的方向", "深海通信"),
        ("水下滑翔机属于哪个指南方向？", "水下滑翔机"),
        ("废旧锂电池的选择性提锂可以放到哪个专项", "废旧锂电池的选择性提锂"),
        ("请帮忙匹配：水库大坝渗漏探测", "水库大坝渗漏探测"),
        ("帮我找找和碳汇计量有关的方向", "碳汇计量"),
        ("怎么让老旧小区电梯提前报警", "怎么让老旧小区电梯提前报警"),
        ("牦牛疫病快速检测可以申请重点研发计划吗", "牦牛疫病快速检测"),
        ("我们公司做光伏组件回收的，今年有能报的指南吗", "光伏组件回收"),
        ("沙漠光伏治沙能不能挂靠到某个专项", "沙漠光伏治沙"),
        ("导师让我问问，锂硫电池电解液设计该投哪个方向", "锂硫电池电解液设计"),
        ("能源互联网属于哪个方向", "能源互联网"),
        ("How to suppress dendrite growth in lithium metal anodes?", None),
    ],
)
def test_a_problem_is_freed_of_the_order_around_it(text: str, query: str | None) -> None:
    assert route(text) == MatchCall(query=query or text)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("以前有没有人提过量子计算", "量子计算"),
        ("氢能相关的问题往年发布过吗", "氢能"),
        ("和“深海采矿”重复的问题有哪些", "深海采矿"),
        ("2021年公布过碳中和方面的问题没有", "碳中和"),
        ("我想提钙钛矿稳定性的问题，会不会跟往年的撞题", "钙钛矿稳定性"),
        ("往年有关于核聚变的吗", "核聚变"),
        ("是否已有磁约束聚变的问题入选", "磁约束聚变"),
        ("查重：低轨卫星互联网频谱共享", "低轨卫星互联网频谱共享"),
        ("给“煤矿井下无人开采”查个重", "煤矿井下无人开采"),
        ("在已经公布的名单里搜索鱼类增殖放流", "鱼类增殖放流"),
        ("往年问题 石墨烯", "石墨烯"),
    ],
)
def test_the_topic_of_released_problems_is_found(text: str, query: str) -> None:
    assert route(text) == ProblemsCall(query=query)


@pytest.mark.parametrize(
    "text",
    [
        "往年发布的问题还能再报吗",
        "2022年发布了多少个问题",
        "哪些专项支持青年科学家项目",
        "题目可以改吗，报上去以后",
        "题目要不要中英文",
        "形式审查看哪些内容",
        "帮我查一下2022年的截止时间",
        "比较一下2022和2023年的要求",
        "申报系统怎么用",
        "字数",
        "2023 推荐名额",
        "What is the deadline?",
        "先导技术榜单是干什么的",
        "外资企业能申请重点研发计划吗",
        "已发布的清单在哪里查",
        "往年没入选的今年能不能再推荐",
        "题目超过字数怎么办",
    ],
)
def test_a_question_about_rules_stays_one_whatever_words_of_orders_it_has(text: str) -> None:
    assert route(text) == AskCall(question=text)


@pytest.mark.parametrize(
    "text",
    [
        "你好呀",
        "好的谢谢",
        "你会干什么",
        "怎么用啊",
        "你是谁",
        "写一首关于春天的诗",
        "帮我翻译一段英文",
        "给我讲个故事",
        "帮我订张机票",
        "真厉害。除了改题目你还会什么",
    ],
)
def test_small_talk_and_orders_for_something_else_get_help(text: str) -> None:
    assert route(text) == HelpCall()


def test_words_of_small_talk_inside_research_are_research() -> None:
    assert isinstance(route("新一代天气雷达在临近预报中的误差订正"), MatchCall)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("换一个", "换一个"),
        ("再短一点", "候选"),
        ("那2022年呢", "那一年"),
        ("第三个呢", "那一条"),
        ("帮我查重", "主题"),
        ("帮我查查往年有没有重复的", "主题"),
        ("想改题目", "题目"),
        ("帮我把题目改短点", "题目"),
        ("看看能不能报重点研发", "研究问题"),
        ("改成问句", "题目"),
        ("适合报哪个方向", "研究问题"),
        ("它能报哪个方向", "研究问题"),
        ("请审一下我的申报书", ".docx"),
    ],
)
def test_what_says_too_little_is_asked_back_in_one_sentence(text: str, asked: str) -> None:
    call = route(text)

    assert isinstance(call, HelpCall)
    assert asked in call.missing
    assert call.missing.count("。") <= 1


@pytest.mark.parametrize("text", ["字数够不够", "哪里写得不对", "这份材料合不合格式", "麻烦老师把把关"])
def test_a_file_is_checked_where_its_judgement_is_asked_for(text: str) -> None:
    assert route(text, "a.docx") == CheckCall(files=("a.docx",))


@pytest.mark.parametrize(
    "text",
    [
        "汇总这些稿件",
        "帮我列个名单，给每位作者写封邮件",
        "统计一下每类有几个",
        "做一份花名册",
        "给作者写个回复",
        "这批稿件的整体情况",
    ],
)
def test_several_drafts_are_put_together_where_that_is_asked_for(text: str) -> None:
    assert route(text, "a.docx", "b.docx") == CheckCall(files=("a.docx", "b.docx"), overview=True)


def test_a_list_in_one_draft_is_judged_and_not_made() -> None:
    assert route("名单写得对不对", "a.docx") == CheckCall(files=("a.docx",))


def test_drafts_to_be_put_together_are_asked_for_and_rules_on_lists_answered() -> None:
    call = route("请汇总这些稿件")

    assert isinstance(call, HelpCall)
    assert "稿件" in call.missing
    assert isinstance(route("推荐材料要汇总后统一上报吗？"), AskCall)


def test_a_question_for_a_value_is_answered_though_a_file_comes_with_it() -> None:
    assert isinstance(route("推荐表填完了，要寄到什么地址？", "a.docx"), AskCall)
