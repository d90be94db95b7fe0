"""Who may apply: persons, units and statements of a proposal, kept, found or asked about."""

import pytest

from assistant.checks.judgement import Found, Judgement, Kept, Unsure
from tests.unit.proposing import apply, check

LEADER, UNIT, UNITS, PLEDGE, ONGOING = (
    "项目负责人",
    "申报单位",
    "中方参与单位",
    "诚信与回避声明",
    "负责人及骨干在研项目情况",
)
OUTCOMES: dict[str, type[Judgement]] = {"found": Found, "kept": Kept, "asked": Unsure}


def outcome(rule: str, texts: dict[str, str]) -> str:
    judged = apply(rule, texts)
    return next(name for name, kind in OUTCOMES.items() if isinstance(judged, kind))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("男，1962年1月1日出生，教授", "kept"),
        ("男，1961年12月31日出生，教授", "found"),
        ("男，1961-12-31，教授", "found"),
        ("出生日期：1958年，教授", "found"),
        ("女，一九六〇年三月出生，教授", "found"),
        ("男，61年5月出生，教授", "found"),
        ("男，汉族，1960.5出生，教授，1988年7月参加工作", "found"),
        ("男，58岁，教授", "asked"),
        ("教授，1985年7月至今在云溪大学工作", "asked"),
    ],
)
def test_a_leader_is_old_enough_by_the_date_of_birth_alone(text: str, wanted: str):
    assert outcome("sticoop.pi.birth-date", {LEADER: f"林望舒，{text}"}) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("高工，本科", "kept"),
        ("主任技师，本科", "kept"),
        ("工学博士，讲师", "kept"),
        ("助理教授，PhD", "kept"),
        ("工程师，2019年获博士学位", "kept"),
        ("工程师，博士（在读）", "found"),
        ("工程师，正在攻读博士学位，硕士", "found"),
        ("硕士生导师，讲师，硕士", "found"),
        ("职称：无，学位：硕士", "found"),
        ("经理，硕士", "asked"),
        ("博士生导师", "asked"),
        ("高级工程师资格评审中，现为工程师，硕士", "found"),
        ("科技评审中心研究员，硕士", "kept"),
    ],
)
def test_a_senior_title_or_a_doctorate_suffices(text: str, wanted: str):
    assert outcome("sticoop.pi.title-or-degree", {LEADER: f"林望舒，男，1975年3月出生，{text}"}) == wanted


@pytest.mark.parametrize(
    ("text", "attached", "wanted"),
    [
        ("国籍：德国，全职", "1. 全职聘用合同", "kept"),
        ("国籍：德国，非全职", "双方单位聘用证明", "kept"),
        ("国籍：德国，非全职", "云溪大学兼职聘用协议", "found"),
        ("香港居民，全职受聘于云溪大学", "聘用证明", "kept"),
        ("美国国籍，全职", "合作协议；聘用证明（待补）", "found"),
        ("国籍：德国，全职", "无", "found"),
        ("国籍：德国，全职", None, "asked"),
        ("外籍，全职受聘，已附云溪大学聘用证明", None, "kept"),
        ("中国国籍", "合作协议", "kept"),
    ],
)
def test_a_leader_from_abroad_proves_the_appointment(text: str, attached: str | None, wanted: str):
    texts = {LEADER: f"林望舒，男，{text}", **({"附件清单": attached} if attached else {})}
    assert outcome("sticoop.pi.appointment-proof", texts) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("无", "kept"),
        ("负责人作为课题负责人承担国家重点研发计划课题，起止时间2020.11—2023.10", "found"),
        ("负责人主持国家重点研发计划课题1项，预计2023年6月结题。", "found"),
        ("负责人主持科技创新2030—“新一代人工智能”重大项目课题1项，在研。", "found"),
        ("除林望舒主持在研国家重点研发计划课题1项外，其他人员均无在研项目。", "found"),
        ("张闻野（骨干）：国家重点研发计划项目，负责人，2021—2025年，在研", "found"),
        ("林望舒\t储能材料\t国家重点研发计划\t课题负责人\t2020.12-2023.11", "found"),
        ("骨干主持国家科技重大专项课题1项（在研），按规定可以参与。", "kept"),
        ("负责人作为骨干参加国家重点研发计划课题（2020—2023年）", "kept"),
        ("负责人主持省重点研发计划课题（在研）", "kept"),
        ("负责人主持的国家重点研发计划课题于2021年12月通过验收。", "kept"),
        ("项目负责人及骨干均未主持在研的国家科技重大专项、国家重点研发计划的项目或课题。", "kept"),
        ("国家重点研发计划项目（项目负责人：林望舒），执行期至2025年11月", "found"),
        ("负责人主持国家重点研发计划课题1项，已完成全部任务，正在办理验收。", "asked"),
        ("国家重点研发计划课题“储热材料”，2020年12月至2023年11月，主持。", "asked"),
    ],
)
def test_who_leads_an_ongoing_project_of_the_programmes_does_not_apply(text: str, wanted: str):
    texts = {LEADER: "林望舒，男，教授", "项目骨干": "张闻野，教授；李明，教授", ONGOING: text}
    assert outcome("sticoop.pi.ongoing-project", texts) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("云溪省科技厅副厅长", "found"),
        ("工业和信息化部装备工业司处长", "found"),
        ("云溪省发展和改革委员会能源处调研员", "found"),
        ("云溪大学科研处处长，教授", "kept"),
        ("中国科学院云溪分院科技处处长", "kept"),
        ("云溪大学教授，教育部长江学者", "kept"),
        ("云溪大学教授，教育部重点实验室主任", "kept"),
        ("教授，云溪省科学技术厅项目评审专家", "kept"),
        ("云溪市疾病预防控制中心主任医师", "kept"),
        ("曾任云溪省科技厅副厅长，现任云溪大学教授", "asked"),
        ("原云溪省科技厅厅长，教授", "asked"),
        ("太原市科学技术局高新科科长", "found"),
        ("二级调研员", "found"),
        ("云溪研究院研究员，二级巡视员", "asked"),
        ("江宁县副县长（挂职）", "asked"),
        ("江宁县常务副县长", "found"),
        ("云溪大学教授，云溪省政协委员", "kept"),
        ("云溪大学教授，云溪省科学技术厅专家咨询委员会委员", "kept"),
    ],
)
def test_an_office_in_a_state_organ_is_told_from_a_post_elsewhere(text: str, wanted: str):
    assert outcome("sticoop.pi.civil-servant", {LEADER: f"林望舒，男，1975年3月出生，{text}"}) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("申报单位和人员均未被列入失信黑名单。", "kept"),
        ("未发现失信记录", "kept"),
        ("参与单位甲公司因合同纠纷被列入失信被执行人名单。", "found"),
        ("参与单位中，甲公司为失信被执行人，其他单位信用良好", "found"),
        ("骨干李明2020年因论文抄袭受到科研失信处理，惩戒执行期至2023年12月。", "found"),
        ("骨干李明曾因科研失信受到处理，惩戒期已满。", "asked"),
        ("承诺遵守科研诚信规定，杜绝学术不端。", "asked"),
    ],
)
def test_a_record_is_found_where_the_draft_itself_tells_of_it(text: str, wanted: str):
    assert outcome("sticoop.integrity.record", {PLEDGE: text}) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("项目组成员未参加项目指南编写", "kept"),
        ("均非本专项实施方案及指南编制专家", "kept"),
        ("项目负责人为本年度项目指南编制专家组成员。", "found"),
        ("李明作为专家参与了本专项2022年度项目申报指南的论证工作，其余人员未参与。", "found"),
        ("负责人参与编制了《脑卒中诊疗指南》。", "asked"),
    ],
)
def test_writing_this_years_guide_is_told_from_other_guides(text: str, wanted: str):
    assert outcome("sticoop.pi.guide-expert", {PLEDGE: text}) == wanted


@pytest.mark.parametrize(
    ("lead", "others", "wanted"),
    [
        ("云溪大学", "云溪大学、云溪省水利科学研究院、云溪市环境监测站", "kept"),
        ("中国石油大学（华东）", "中国地质大学（武汉）、中国农业科学院", "kept"),
        ("云溪省地质矿产勘查开发局", "云溪省地质调查院", "kept"),
        ("应急管理部四川消防研究所", "", "kept"),
        ("云溪大学", "云溪大学、云溪省水利厅", "found"),
        ("云溪大学", "云溪市人民政府、云溪大学", "found"),
        ("云溪大学储能国家重点实验室", "", "found"),
        ("云溪大学", "云溪产业技术创新联盟（无独立法人资格）", "found"),
        ("香港理工大学", "", "found"),
        ("云溪大学能源学院", "云溪大学能源学院、甲公司", "asked"),
    ],
)
def test_state_organs_and_dependent_units_do_not_apply(lead: str, others: str, wanted: str):
    assert outcome("sticoop.unit.eligible", {UNIT: lead, UNITS: others}) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("成立于2021年6月", "kept"),
        ("登记时间：2021-06-30", "kept"),
        ("始建于1958年", "kept"),
        ("注册资本2000万元，注册时间为2018-03-02", "kept"),
        ("注册日期2021/07/05", "found"),
        ("注册时间二〇二一年九月", "found"),
        ("成立时间：2021年", "asked"),
        ("2022年1月由乙公司更名", "asked"),
        ("企业法人", "asked"),
    ],
)
def test_the_date_of_registration_is_compared_as_far_as_it_is_given(text: str, wanted: str):
    assert outcome("sticoop.unit.registration-date", {UNIT: f"甲公司（{text}）"}) == wanted


def test_a_blank_item_is_reported_once_and_by_the_rule_that_asks_for_it():
    assert outcome("sticoop.form.complete", {"推荐单位": "", "项目名称": "甲技术合作研发"}) == "found"
    assert outcome("sticoop.form.complete", {"国（境）外参与单位": "/", "项目名称": "甲技术合作研发"}) == "kept"
    assert outcome("sticoop.form.complete", {"参与单位": "", "中方参与单位": "甲大学"}) == "kept"


def test_a_blank_item_silences_only_rules_that_look_for_that_item():
    texts = {
        "项目名称": "甲技术合作研发",
        "指南方向": "",
        "推荐单位": "教育部",
        "国（境）外参与单位": "无",
        "附件清单": "",
        "研究内容": "与合作方开展联合研究，内容包括机理、装置和示范三个方面，形成可以推广的成套技术和装备。",
    }
    found = {finding.rule for finding in check(texts).findings}
    assert "sticoop.form.complete" in found
    assert "guide.direction.second-level" not in found
    assert "sticoop.partner.foreign-min" in found


def test_nothing_but_marks_tells_of_no_office():
    assert outcome("sticoop.pi.civil-servant", {LEADER: "、"}) == "kept"


def test_the_organ_above_a_unit_takes_no_part():
    lead = "云溪研究院（隶属云溪省科学技术厅）\n上级主管部门：云溪省科学技术厅"
    assert outcome("sticoop.unit.eligible", {UNIT: lead}) == "kept"
    leader = "林望舒，男，云溪研究院研究员，主管部门：云溪省科学技术厅"
    assert outcome("sticoop.pi.civil-servant", {LEADER: leader}) == "kept"
