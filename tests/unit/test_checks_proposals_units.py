"""The units of a proposal: how they are listed, what kind they are, where they come from."""

from random import Random

import pytest

from assistant.checks.parsing.proposals.places import find_country
from assistant.checks.parsing.proposals.reading import read_units
from assistant.checks.parsing.proposals.recommenders import list_recommenders
from assistant.checks.parsing.proposals.same_units import UnitNames, is_same_unit
from assistant.checks.parsing.proposals.unit_kinds import UnitKind, classify_unit
from assistant.checks.parsing.proposals.units import find_total, list_units
from assistant.domain.draft import FieldLine, Location
from tests.unit.proposing import subject


def lines(text: str) -> list[FieldLine]:
    return [FieldLine(text=line, where=Location(paragraph=1)) for line in text.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "1. 云溪大学\n2. 桐山研究院\n3. 望湖动力股份有限公司",
        "（1）云溪大学：牵头，负责总体设计；（2）桐山研究院：负责实验；（3）望湖动力股份有限公司：负责样机。",
        "①云溪大学 ②桐山研究院 ③望湖动力股份有限公司",
        "1 云溪大学 2 桐山研究院 3 望湖动力股份有限公司",
        "云溪大学、桐山研究院、望湖动力股份有限公司",
        "云溪大学、桐山研究院和望湖动力股份有限公司等3家单位",
        "牵头单位：云溪大学\n参与单位：桐山研究院、望湖动力股份有限公司，共3家",
        "云溪大学（高等学校，事业法人）；桐山研究院（科研院所）；望湖动力股份有限公司（企业、民营）",
        "序号\t单位名称\t单位性质\n1\t云溪大学\t高校\n2\t桐山研究院\t科研院所\n3\t望湖动力股份有限公司\t企业",
        "1. 云溪大学\n2. 桐山研究院\n3. 望湖动力股份有限公司\n以上单位均已签订合作协议。",
    ],
)
def test_units_are_read_from_lists_rows_and_prose(text: str):
    assert [unit.name for unit in list_units(lines(text))] == ["云溪大学", "桐山研究院", "望湖动力股份有限公司"]


@pytest.mark.parametrize("text", ["无", "无。", "—", "/", "N/A", ""])
def test_nothing_lists_no_unit(text: str):
    assert list_units(lines(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. 挪威海洋动力实验室（挪威）", [("挪威海洋动力实验室", "挪威")]),
        ("Fraunhofer ISE, Germany; NREL (USA)", [("Fraunhofer ISE", "德国"), ("NREL", "美国")]),
        ("香港理工大学、澳门大学", [("香港理工大学", "香港"), ("澳门大学", "澳门")]),
        ("澳大利亚联邦科学与工业研究组织（CSIRO），承担联合测试", [("澳大利亚联邦科学与工业研究组织", "澳大利亚")]),
        ("①挪威科技大学（NTNU） ②SINTEF", [("挪威科技大学", "挪威"), ("SINTEF", "挪威")]),
        ("序号\t单位\t国别\n1\t北境能源实验室\t加拿大", [("北境能源实验室", "加拿大")]),
    ],
)
def test_foreign_partners_come_with_their_country(text: str, wanted: list[tuple[str, str]]):
    assert [(unit.name, unit.country) for unit in list_units(lines(text), abroad=True)] == wanted


def test_a_chinese_subsidiary_of_a_foreign_firm_is_not_foreign():
    found = list_units(lines("西门子（中国）有限公司；香港中文大学（深圳）；慕尼黑工业大学"), abroad=True)
    assert [unit.is_foreign for unit in found] == [False, False, True]


@pytest.mark.parametrize(
    ("name", "note", "kind"),
    [
        ("云溪大学", "", "university"),
        ("云溪省科学技术厅", "", "state-organ"),
        ("云溪省农业农村厅种植业管理处", "", "state-organ"),
        ("云溪市中级人民法院", "", "state-organ"),
        ("国家药品监督管理局", "", "state-organ"),
        ("国家药品监督管理局医疗器械技术审评中心", "", "public-institution"),
        ("中国地质调查局", "", "unclear"),
        ("中铁一局集团有限公司", "", "enterprise"),
        ("云溪供电局", "", "unclear"),
        ("云溪省农业科学院土壤肥料研究所", "", "institute"),
        ("中国科学院大连化学物理研究所", "", "institute"),
        ("云溪大学先进储能实验室", "", "dependent"),
        ("云溪大学附属第一医院", "", "hospital"),
        ("望湖大学低碳研究院有限公司", "", "enterprise"),
        ("云溪土壤肥料总站", "", "public-institution"),
        ("云溪创新港", "不具备独立法人资格", "dependent"),
        ("云溪检测中心", "企业", "enterprise"),
    ],
)
def test_a_name_or_the_remark_beside_it_tells_the_kind(name: str, note: str, kind: UnitKind):
    assert classify_unit(name, note) == kind


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("宁波诺丁汉大学", "中国"),
        ("上海纽约大学", "中国"),
        ("内蒙古大学", "中国"),
        ("印度理工学院", "印度"),
        ("印度尼西亚大学", "印度尼西亚"),
        ("国际能源署", "国际组织"),
        ("云溪大学", None),
        ("代尔夫特理工大学", "荷兰"),
        ("台北科技大学", "台湾"),
        ("新加坡国立大学苏州研究院", "中国"),
        ("通用电气中国研发中心", "中国"),
        ("香港城市大学", "香港"),
    ],
)
def test_a_name_tells_where_a_body_lies(name: str, country: str | None):
    assert find_country(name) == country


@pytest.mark.parametrize(
    ("text", "abroad", "total"),
    [
        ("共9家单位", None, 9),
        ("等十二家", None, 12),
        ("十二家，详见附表", False, 12),
        ("共13家单位，其中中方10家、外方3家", False, 10),
        ("共13家单位，其中中方10家、外方3家", True, 3),
        ("云溪大学", None, None),
    ],
)
def test_a_stated_total_is_read_by_sides(text: str, *, abroad: bool | None, total: int | None):
    assert find_total(text, abroad=abroad) == total


def test_lead_and_participants_are_counted_once_and_foreign_ones_apart():
    units = subject(
        {
            "申报单位": "云溪大学（事业单位法人，注册时间：1998年6月15日）",
            "参与单位": "1. 云溪大学（牵头）\n2. 桐山研究院\n3. 慕尼黑工业大学（德国）",
        }
    ).recall(read_units)
    assert [unit.name for unit in units.chinese] == ["云溪大学", "桐山研究院"]
    assert [unit.name for unit in units.foreign] == ["慕尼黑工业大学"]


def test_a_faculty_is_its_university_and_a_firm_is_not():
    assert is_same_unit("云溪大学", "云溪大学化工学院")
    assert not is_same_unit("云溪大学", "云溪大学科技园有限公司")
    assert not is_same_unit("云溪大学", "云溪大学附属医院")


@pytest.mark.parametrize("seed", range(20))
def test_the_index_of_names_keeps_those_that_comparing_all_pairs_keeps(seed: int):
    ends = ["", "化工学院", "附属医院", "研究院", "（北京）", "有限公司", "化工学院实验室"]
    names = [body + end for body in ("云溪大学", "云溪", "桐山研究院", "桐山") for end in ends]
    Random(seed).shuffle(names)
    kept: list[str] = []
    for name in names:
        if not any(is_same_unit(name, other) for other in kept):
            kept.append(name)
    index = UnitNames()
    assert [name for name in names if index.add(name)] == kept


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("工业和信息化部", 1),
        ("住房和城乡建设部", 1),
        ("国家发展和改革委员会", 1),
        ("工业和信息化部、交通运输部", 2),
        ("教育部和科技部", 2),
        ("云溪省科学技术厅与桐山省科学技术厅", 2),
        ("由教育部、中国科学院联合推荐", 2),
        ("北京市科学技术委员会、中关村科技园区管理委员会", 1),
        ("教育部（科学技术与信息化司）", 1),
        ("1. 教育部\n2. 教育部", 1),
        ("无", 0),
    ],
)
def test_recommending_units_are_counted_by_bodies_and_not_by_conjunctions(text: str, number: int):
    assert len(list_recommenders(text)) == number


def test_thousands_of_units_joined_by_and_are_told_apart_as_few_are():
    names = [f"第{number}工作部" for number in range(2000)]
    assert list_recommenders("和".join(names)) == names


def test_a_list_behind_its_own_number_is_read_whole_whatever_its_units_are_called():
    text = "共4家：嵩阳法治科技院、湘资水稻所、松嫩合作社联合社、豫东检测中心"
    assert [unit.name for unit in list_units(lines(text))] == [
        "嵩阳法治科技院",
        "湘资水稻所",
        "松嫩合作社联合社",
        "豫东检测中心",
    ]
