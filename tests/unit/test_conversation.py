import pytest

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, CheckCall, HelpCall, MatchCall, ProblemsCall, TitleCall
from assistant.errors import InputError
from assistant.library.programmes import load_catalogue
from assistant.routing.conductor import EmbeddedConductor

CONDUCTOR = EmbeddedConductor.over(load_catalogue())

QUESTIONS = (
    "2023年每个推荐单位最多能推荐几个问题？",
    "截止时间是哪天",
    "推荐表要盖章吗？",
    "先导技术榜单的推荐理由不能超过多少字？",
    "青年科学家项目负责人的年龄有什么要求",
    "配套经费的比例是多少",
    "联系人电话是多少？",
    "附件4里的产业技术问题清单一共有几条？",
    "题目有什么要求？",
    "题目最多多少字",
    "方向2.10需要配套经费吗？",
    "申报单位成立时间有没有限制",
    "材料往哪儿寄？",
    "企业科协可以推荐吗",
    "2022年和2023年的通知在推荐数量上有什么不同？",
    "一个专项里课题数最多几个？",
    "评审分哪几个阶段？",
    "专家推荐委员会至少几个人",
    "涉密内容能不能写进推荐材料？",
    "检查推荐材料由谁负责？",
    "港澳单位可以申报吗？",
    "什么时候公布结果",
    "2023年入选的问题会出书吗？",
    "先导榜单里技术类型怎么选",
    "最新进展那一栏写什么？",
    "2022年发布活动在哪个城市办？",
    "战略合作专项里要开几次会？",
)
PROBLEMS_TO_MATCH = (
    "钠离子电池硬碳负极低温下界面阻抗高，首效低，拟调控电解液添加剂，使零下二十度容量保持率达到百分之八十以上，循环两千次。",
    "适合报哪个方向：深海采矿装备的水下通信与定位",
    "我们做耐药结核的快速检测，有没有合适的指南方向？",
    "帮我找一下方向：电子显微镜中电子枪的国产化",
    "如何抑制锂金属负极的枝晶生长？",
    "新冠病毒变异株的广谱抗体",
    "“复杂地层盾构刀盘磨损在线监测”可以申报哪个专项？",
    "蝗虫迁飞的雷达监测预警",
    "未来10年内如何实现核聚变点火？",
    "高温条件下如何长时间保持热障涂层材料的结合强度？",
    "2023年以来厄尔尼诺增强，适合报哪个方向研究海气耦合？",
    "这个问题匹配哪些方向？\n高海拔地区冻土路基融沉预测与防控",
)
TITLES = (
    ("把“关于提高锂金属负极循环稳定性的研究”改成问题", "关于提高锂金属负极循环稳定性的研究"),
    ("关于深部煤层气高效开发的研究", "关于深部煤层气高效开发的研究"),
    ("题目：高温超导电缆绝缘技术", "高温超导电缆绝缘技术"),
    ("请帮我把题目改成问句：阿尔茨海默病的早期诊断", "阿尔茨海默病的早期诊断"),
    ("深远海漂浮式风电装备技术，改成问句", "深远海漂浮式风电装备技术"),
    ("“量子计算的纠错研究”这个题目合适吗", "量子计算的纠错研究"),
    ("改写题目\n大型风电叶片回收利用技术", "大型风电叶片回收利用技术"),
    ("面向碳中和的二氧化碳捕集材料研究", "面向碳中和的二氧化碳捕集材料研究"),
)
RELEASED = (
    ("往年发布过哪些关于氢能的问题？", "氢能"),
    ("有没有发布过与“脑机接口”类似的题目", "脑机接口"),
    ("以前公布过有关量子计算的难题吗？", "量子计算"),
    ("查重：固态电池界面", "固态电池界面"),
)


def said(*contents: str) -> list[Turn]:
    roles = ("user", "assistant")
    return [Turn(role=roles[number % 2], content=content) for number, content in enumerate(contents)]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_procedural_question_is_asked(text: str):
    assert CONDUCTOR.route(said(text)) == AskCall(question=text)


@pytest.mark.parametrize("text", PROBLEMS_TO_MATCH)
def test_a_problem_is_matched(text: str):
    call = CONDUCTOR.route(said(text))

    assert isinstance(call, MatchCall)
    assert all(part in text for part in call.query.split("\n"))
    assert not call.files


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_is_rephrased_without_the_words_of_the_order(text: str, title: str):
    assert CONDUCTOR.route(said(text)) == TitleCall(title=title)


@pytest.mark.parametrize(("text", "query"), RELEASED)
def test_a_question_about_released_problems_searches_them(text: str, query: str):
    assert CONDUCTOR.route(said(text)) == ProblemsCall(query=query)


def test_an_order_to_match_leaves_the_problem_without_the_order():
    call = CONDUCTOR.route(said("适合报哪个方向：深海采矿装备的水下通信与定位"))

    assert call == MatchCall(query="深海采矿装备的水下通信与定位")


def test_the_order_may_follow_the_pasted_problem():
    call = CONDUCTOR.route(said("高海拔地区冻土路基融沉预测与防控\n适合哪个指南方向？"))

    assert call == MatchCall(query="高海拔地区冻土路基融沉预测与防控")


def test_the_kind_of_a_title_is_taken_from_the_order():
    call = CONDUCTOR.route(said("请把“深部煤层气高效开发技术”改成一个工程技术难题的问句"))

    assert call == TitleCall(title="深部煤层气高效开发技术", kind="工程技术难题")


@pytest.mark.parametrize("text", ["", "检查一下这份草稿", "请看看"])
def test_files_are_checked_whatever_short_words_stand_with_them(text: str):
    assert CONDUCTOR.route(said(text), ["/tmp/草稿.docx"]) == CheckCall(files=("/tmp/草稿.docx",))


def test_a_check_keeps_the_programme_that_the_words_name():
    named = CONDUCTOR.route(said("按先导榜单检查"), ["a.docx"])
    by_year = CONDUCTOR.route(said("按2023年的模板检查"), ["a.docx"])
    two_of_that_year = CONDUCTOR.route(said("按2022年的检查"), ["a.docx"])

    assert named == CheckCall(files=("a.docx",), programme="pioneer-2020")
    assert by_year == CheckCall(files=("a.docx",), programme="cast-2023")
    assert two_of_that_year == CheckCall(files=("a.docx",))


def test_a_file_is_matched_where_the_words_ask_for_directions():
    assert CONDUCTOR.route(said("这份材料适合报哪个方向？"), ["a.docx"]) == MatchCall(files=("a.docx",))


def test_a_follow_up_is_asked_with_the_earlier_messages():
    messages = said("2023年每个单位可以推荐几个？", "各不超过5个。", "那2022年呢？")

    assert CONDUCTOR.route(messages) == AskCall(question="那2022年呢？", history=tuple(messages[:-1]))


@pytest.mark.parametrize("text", ["你好", "您好！", "你能做什么？", "谢谢", "怎么用？", "hello"])
def test_a_greeting_gets_help(text: str):
    assert CONDUCTOR.route(said(text)) == HelpCall()


@pytest.mark.parametrize("text", ["帮我检查一下草稿", "审草稿"])
def test_an_order_to_check_without_a_file_asks_for_it(text: str):
    call = CONDUCTOR.route(said(text))

    assert isinstance(call, HelpCall)
    assert ".docx" in call.missing


def test_an_order_to_rephrase_without_a_title_asks_for_it():
    call = CONDUCTOR.route(said("帮我改题目"))

    assert isinstance(call, HelpCall)
    assert "题目" in call.missing


def test_nothing_at_all_is_refused_in_one_sentence():
    with pytest.raises(InputError, match="没有输入内容"):
        CONDUCTOR.route(said("  "))
