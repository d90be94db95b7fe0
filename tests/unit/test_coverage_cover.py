"""A draft beside a direction: what it lacks, what it promises below the guide, and what is left to a person."""

from pathlib import Path

import pytest

from assistant.checks.coverage.cover import Text, cover
from assistant.checks.coverage.demands import read_demands
from assistant.checks.judgement import Found, Silent
from assistant.domain.direction import Direction
from assistant.domain.finding import Source
from assistant.errors import UnknownNameError
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from tests.unit.proposing import TODAY, apply, check, guide

RESEARCH = "guide.content.covers-research"
INDICATORS = "guide.content.covers-indicators"


def direction(number: str, programme: str = "sticoop-2022") -> Direction:
    return next(one for one in guide(programme).directions if one.number == number)


def statuses(number: str, indicators: str, research: str = "", programme: str = "sticoop-2022") -> dict[str, str]:
    found = cover(
        direction(number, programme),
        guide(programme).directions,
        [Text("研究内容", research)],
        [Text("考核指标", indicators)],
    )
    return {one.asked.clause.text: one.status for one in found.answers if one.asked.measure is not None}


@pytest.mark.parametrize("programme", ["sticoop-2022", "nkrd-2021-05", "nkrd-2021-12", "nkrd-2021-09"])
def test_a_guides_own_text_lacks_nothing_and_contradicts_nothing(programme: str):
    among = guide(programme).directions
    for one in among:
        found = cover(one, among, [Text("", one.research_content)], [Text("", one.assessment_indicators)])
        assert not found.gaps, one.id
        assert {answer.status for answer in found.answers} <= {"covered", "partly"}, one.id


def test_each_number_is_compared_with_the_one_about_the_same_thing():
    found = statuses(
        "3.2",
        "质量能量密度达到0.25kWh/kg，循环寿命10500次，环境适应温度15～85℃，40℃循环寿命3000次，60℃循环寿命2500次。",
    )
    assert found["电芯的质量能量密度不小于200瓦时/千克"] == "covered"
    assert found["40摄氏度循环寿命不小于4000次"] == "contradicted"
    assert found["60摄氏度循环寿命不小于2000次"] == "covered"


def test_a_number_of_another_thing_does_not_answer():
    found = statuses("5.4", "空气阻力系数不大于0.19；车内空气噪声声压级不大于60dB(A)；申请发明专利6项。")
    assert found["空气阻力系数不大于0.20"] == "covered"
    assert found["提出不少于5项团体/行业/国家标准的建议稿"] != "covered"


def test_an_overview_and_a_purpose_are_no_demands_of_their_own():
    topics = read_demands(direction("2.1", "nkrd-2021-08")).topics
    assert topics[0].overview
    assert [topic.kind for topic in read_demands(direction("3.1")).topics if "推动" in topic.words] == ["purpose"]


def test_a_finding_shows_the_guides_figure_beside_the_drafts_with_the_clause():
    text = "二氧化碳捕集率不低于85%；100℃以下二氧化碳解吸率不低于36%。"
    judgement = apply(INDICATORS, {"考核指标": text}, direction="sticoop-2022/8.1")
    assert isinstance(judgement, Found)
    flaw = next(one for one in judgement.flaws if not one.missing)
    assert "≥ 90%" in (flaw.allowed or "")
    assert flaw.measured == "二氧化碳捕集率不低于85%"
    assert isinstance(flaw.source, Source)
    assert flaw.source.clause == "8.1"


def test_a_whole_item_without_counterpart_is_found_and_a_reworded_one_is_not():
    whole = (
        "研制森林草原火场三维风场激光雷达；研制高边坡三维地形快速重构与微形变监测装备、滚石和滑坡便携预警装置；"
        "研制地震现场建筑物形变监测和坍塌预警装备；研制次生灾害预警与防控指挥平台；"
    )
    texts = {"研究内容": whole + "编写次生灾害监测预警的标准规范，在消防队伍示范应用。"}
    assert not isinstance(apply(RESEARCH, texts, "nkrd-2021-10", "nkrd-2021-10/13.1"), Found)
    texts = {"研究内容": whole.replace("研制地震现场建筑物形变监测和坍塌预警装备；", "")}
    judgement = apply(RESEARCH, texts, "nkrd-2021-10", "nkrd-2021-10/13.1")
    assert isinstance(judgement, Found)
    assert "建筑物形变" in judgement.flaws[0].detail


def test_figures_left_to_the_applicant_are_not_compared():
    assert isinstance(apply(INDICATORS, {"考核指标": "建成平台1个。"}, "nkrd-2021-12", "nkrd-2021-12/10.1"), Silent)


def test_youth_projects_are_free_only_where_the_guide_says_so():
    texts = {"项目类型": "青年科学家项目", "研究内容": "研究量子磁力仪的原位校准方法。"}
    assert isinstance(apply(RESEARCH, texts, "nkrd-2021-11", "nkrd-2021-11/2.3"), Silent)
    assert isinstance(apply(RESEARCH, texts, "nkrd-2021-01", "nkrd-2021-01/1.3"), Found)


def assistant(folder: Path) -> Assistant:
    return build_assistant(Settings(WENJIN_DATA_DIR=folder, WENJIN_OFFLINE=True))


def test_the_verb_lists_every_item_with_the_words_that_answer_and_what_nobody_asked_for(tmp_path: Path):
    path = tmp_path / "draft.md"
    path.write_text(
        "项目申报书\n\n项目名称：低碳冶金\n\n研究内容：研究燃烧中二氧化碳捕集，用流程模拟比较能耗。\n\n"
        "考核指标：完成0.3MW富氧低氮燃烧关键装备的中试验证，燃尽度不低于88%；发表论文15篇。\n",
        "utf-8",
    )
    found = assistant(tmp_path).coverage(path, direction="sticoop-2022/1.1", today=TODAY)
    by_text = {item.text: item for item in found.items}
    assert by_text["完成工业炉窑富氧低氮燃烧关键装备200kW以上等级的中试验证"].status == "covered"
    burnt = by_text["燃尽度$\\geq 90\\%$"]
    assert (burnt.status, burnt.draft_quote, burnt.quantity and burnt.quantity.value) == (
        "contradicted",
        "燃尽度不低于88%",
        90,
    )
    assert burnt.where is not None
    assert [one.draft_quote for one in found.unasked] == ["发表论文15篇"]
    assert found.covered + found.partly + found.missing + found.contradicted == len(found.items)


def test_a_direction_that_no_guide_has_is_refused(tmp_path: Path):
    path = tmp_path / "draft.md"
    path.write_text("研究内容：无", "utf-8")
    with pytest.raises(UnknownNameError):
        assistant(tmp_path).coverage(path, direction="sticoop-2022/99.9", today=TODAY)


def test_better_than_is_told_as_the_side_that_is_better(tmp_path: Path):
    path = tmp_path / "draft.md"
    path.write_text("项目申报书\n\n研究内容：研究\n\n考核指标：形成计量校准规范1项。\n", "utf-8")
    found = assistant(tmp_path).coverage(path, direction="nkrd-2021-11/2.1", today=TODAY)
    sides = {item.text: item.quantity.comparator for item in found.items if item.quantity}
    assert sides["内部应力测量不确定度优于10MPa（k=2）"] == "<="


def test_a_blank_field_elsewhere_does_not_hide_what_the_content_lacks():
    texts = {
        "指南方向": "2.1 光伏发电耐候性测试和生态设计评估技术国际合作",
        "项目骨干": "",
        "研究内容": "研究光伏标准电池户外校准与溯源技术，建立长周期的典型气候区光伏组件实证数据库。",
    }
    assert RESEARCH in {finding.rule for finding in check(texts).findings}


def test_what_the_draft_says_that_it_leaves_out_is_found_in_the_guides_own_words():
    kept = "以前驱期人群和患者为对象，利用iPS细胞模型与多模态影像，研究遗传、环境、神经免疫和肠道菌群在发病中的作用。"
    left = kept.replace("利用iPS细胞模型与", "利用") + "本项目不建立细胞模型。"
    texts = {"指南方向": "10.7", "研究内容": left}
    found = [one for one in check(texts).findings if one.rule == RESEARCH]
    assert [one.message for one in found] == ["研究内容写明“不建立细胞模型”，而指南所列的内容中有“细胞模型”。"]
    assert RESEARCH not in {one.rule for one in check({**texts, "研究内容": kept}).findings}


def test_with_whom_the_work_is_done_is_no_demand():
    words = {topic.words: topic.kind for topic in read_demands(direction("10.4")).topics}
    assert words["联合国际知名团队"] == "purpose"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("数据传输频率4分钟一次", "covered"),
        ("每隔4分钟传输1次数据", "covered"),
        ("每6分钟传输数据1次", "contradicted"),
        ("数据传输频率不低于每10分钟一次", "contradicted"),
    ],
)
def test_how_often_is_told_in_many_ways(told: str, status: str):
    assert statuses("2.5", told, programme="nkrd-2021-02")["数据传输频率不低于5分钟/次"] == status


def test_several_things_of_one_number_may_be_counted_each():
    asked = "制定农业非二氧化碳监测和减排标准、专利及技术规程2~3项"
    assert statuses("9.2", "制定监测标准1项、技术规程1项、申请专利1项。")[asked] != "contradicted"
    assert statuses("9.2", "制定农业非二氧化碳监测和减排标准、专利及技术规程1项。")[asked] == "contradicted"


def test_a_demand_in_other_words_is_left_to_a_person():
    texts = {"指南方向": "4.1", "研究内容": "一是让材料延年益寿，抗得住杂质气体的毒害。"}
    found = cover(direction("4.1"), guide("sticoop-2022").directions, [Text("研究内容", texts["研究内容"])], [])
    sure = {topic.words for gap in found.gaps if gap.sure and len(gap.topics) == 1 for topic in gap.topics}
    assert "储氢材料抗毒化延寿处理技术" not in sure
    assert "高安全快响应固态储氢系统设计与制备技术" in sure
