import pytest

from assistant.domain.catalogue import Catalogue, Category, ReleasedProblem
from assistant.question import is_question
from assistant.text import bare, dice
from assistant.writing.title_kinds import ENGINEERING, INDUSTRY, KINDS, SCIENCE
from assistant.writing.titles import advise_title


def released(title: str, kind: str = ENGINEERING) -> ReleasedProblem:
    return ReleasedProblem(title=title, year=2021, kind=kind, field="", source="cast-2022 附件4")


CATALOGUE = Catalogue(
    programmes=(),
    released=(released("如何突破光刻技术难题？"), released("脆弱生境生物多样性的维持机制", SCIENCE)),
    disciplines=(
        Category(code="52020", level=2, name="人工智能", parent="520"),
        Category(code="5202020", level=3, name="自然语言处理", parent="52020"),
        Category(code="5202040", level=3, name="模式识别", parent="52020"),
        Category(code="5202099", level=3, name="人工智能其他学科", parent="52020"),
    ),
    industries=(Category(code="3491", level=4, name="工业机器人制造", parent="349"),),
    fingerprint="test",
)
TITLES = (
    "关于提升海水稻耐盐性的研究",
    "月壤原位资源利用技术",
    "青藏高原冻土碳释放",
    "人工智能",
    "机器人",
    "我国高端医用内窥镜依赖进口，需要提高成像质量",
    "海上风电基础冲刷严重影响结构安全",
    "如何提高钠离子电池的低温性能",
    "如何突破光刻技术难题？",
    "脆弱生境生物多样性的维持机制",
    "太阳风与磁层耦合的能量传输过程是什么？如何预报磁暴？",
    "基于多源遥感与地面观测融合的高寒山区大型滑坡早期识别、动态监测及其风险预警关键技术研究与应用示范",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("title", TITLES)
def test_three_distinct_questions_are_offered_that_keep_the_rules(title: str, kind: str):
    candidates = [candidate.zh for candidate in advise_title(title, kind, None, CATALOGUE).candidates]

    assert len({bare(text) for text in candidates}) >= 3
    for text in candidates:
        assert is_question(text)
        assert text.endswith("？")
        assert len(text) <= 40
        assert all(dice(text, one.title) < 0.6 for one in CATALOGUE.released)


@pytest.mark.parametrize(
    ("title", "kind", "first"),
    [
        ("关于提升海水稻耐盐性的研究", ENGINEERING, "如何提升海水稻耐盐性？"),
        ("宇宙重元素的起源", SCIENCE, "宇宙重元素是如何起源的？"),
        ("微塑料对土壤微生物的影响研究", SCIENCE, "微塑料如何影响土壤微生物？"),
        ("太阳风与磁层的耦合机制", SCIENCE, "太阳风与磁层如何耦合？"),
        ("海上风电基础冲刷制约结构安全", ENGINEERING, "如何消除海上风电基础冲刷对结构安全的制约？"),
        ("稀土永磁材料", INDUSTRY, "如何实现稀土永磁材料的规模化生产？"),
        ("碳纤维国产化", INDUSTRY, "如何实现碳纤维国产化？"),
        ("氢燃料电池的制造成本", ENGINEERING, "如何降低氢燃料电池的制造成本？"),
    ],
)
def test_the_first_candidate_asks_what_the_kind_asks(title: str, kind: str, first: str):
    assert advise_title(title, kind, None, CATALOGUE).candidates[0].zh == first


def test_notes_are_used_and_named_as_the_origin():
    notes = "试验在高盐强光胁迫下进行；目标是提高每公顷产量。"
    candidates = advise_title("海水稻栽培", ENGINEERING, notes, CATALOGUE).candidates
    noted = [one for one in candidates if any(added.origin == "作者的笔记" for added in one.added)]

    assert noted
    assert all(added.text in one.zh for one in noted for added in one.added)


def test_a_title_as_broad_as_a_discipline_is_narrowed_by_its_children():
    first = advise_title("人工智能", ENGINEERING, None, CATALOGUE).candidates[0]

    assert first.added[0].text == "自然语言处理"
    assert "5202020" in first.added[0].origin
    assert "人工智能" in first.zh


def test_a_title_as_broad_as_an_industry_is_narrowed_by_a_class_of_it():
    first = advise_title("机器人", INDUSTRY, None, CATALOGUE).candidates[0]

    assert first.zh == "如何实现工业机器人的规模化生产？"
    assert "GB/T 4754 3491" in first.added[0].origin


def test_at_most_one_of_the_first_three_is_a_bare_frame():
    for title in TITLES:
        candidates = advise_title(title, ENGINEERING, None, CATALOGUE).candidates[:3]

        assert sum("只套用" in one.why for one in candidates) <= 1


def test_a_narrow_question_comes_back_with_its_mark():
    advice = advise_title("哪些微生物驱动深海甲烷循环", SCIENCE, None, CATALOGUE)

    assert advice.is_question
    assert advice.candidates[0].zh == "哪些微生物驱动深海甲烷循环？"


def test_a_released_problem_is_shown_beside_its_likeness():
    advice = advise_title("如何突破光刻技术难题", ENGINEERING, None, CATALOGUE)

    assert advice.similar[0].title == "如何突破光刻技术难题？"
    assert advice.similar[0].similarity == 1.0


def test_a_kind_is_guessed_where_none_is_given():
    assert "机理" in advise_title("大豆根瘤固氮机理", None, None, CATALOGUE).candidates[0].zh
    assert "如何" in advise_title("月壤原位资源利用技术", None, None, CATALOGUE).candidates[0].zh


def test_the_scope_names_the_nearest_discipline_and_what_is_missing():
    broad = advise_title("人工智能", SCIENCE, None, CATALOGUE).scope
    narrow = advise_title("高寒环境下人工智能芯片的失效机制", SCIENCE, None, CATALOGUE).scope

    assert "“人工智能”（GB/T 13745 52020）" in broad
    assert "差不多宽" in broad
    assert "还没有写明：对象、条件、尺度、机制、目标" in broad
    assert "题目比学科窄" in narrow
    assert "机制" not in narrow.partition("还没有写明")[2]
