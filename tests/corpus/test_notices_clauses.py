"""The clauses of the shipped calls, as a user names them."""

import pytest

from assistant.domain.notice import Clause, Notice
from assistant.library.programmes import load_catalogue
from assistant.text import squash

CATALOGUE = load_catalogue()


def notice(programme: str) -> Notice:
    return CATALOGUE.find_programme(programme).notice


def find(programme: str, path: str) -> Clause:
    return next(clause for clause in notice(programme).clauses if clause.path == path)


def read(programme: str, path: str) -> str:
    text = notice(programme).text
    return squash("".join(piece.slice(text) for piece in find(programme, path).pieces))


@pytest.mark.parametrize(
    ("programme", "path", "words"),
    [
        ("cast-2022", "文头", "科协办函创字〔2022〕19号"),
        ("cast-2022", "四、2", "委员会专家不少于15人"),
        ("cast-2022", "四、4", "正文长度2000字左右"),
        ("cast-2022", "四、5", "召开系列高层次研讨会，形成建议报告"),
        ("cast-2022", "联系方式", "010-62126641电子邮箱：chinakx@stimes.cn"),
        ("cast-2022", "附件", "4.2018-2021年重大问题难题清单"),
        ("cast-2022", "附件1所属学科", "所设62个一级学科为准"),
        ("cast-2022", "附件1问题描述", "为问题正文的摘要部分"),
        ("cast-2022", "附件2推荐理由", "不超过100字"),
        ("cast-2022", "附件3一、学术秘书", "包括学术秘书姓名、邮箱"),
        ("cast-2022", "附件3二、1", "专家推荐委员会组成情况"),
        ("cast-2022", "附件4（一）29", "纳米尺度下高效催化反应的作用机制是什么？"),
        ("cast-2023", "五", "遴选10个前沿科学问题"),
        ("cast-2023", "四、4", "scique.kczg.org.cn"),
        ("cast-2023", "六、4", "持续跟踪评估"),
        ("cast-2023", "落款", "2023年1月29日"),
        ("pioneer-2020", "文头", "科协办函学字〔2020〕123号"),
        ("pioneer-2020", "一", "商业模式可见、商业潜力巨大"),
        ("pioneer-2020", "三、（四）", "截止时间为2020年11月20日"),
        ("pioneer-2020", "附件1二", "技术成熟度、市场前景"),
        ("pioneer-2020", "附件2技术团队简介", "不超过300字"),
        ("pioneer-2020", "附件2技术水平介绍", "不超过10000字"),
        ("pioneer-2020", "附件2注", "最终以推荐系统打印表格为准"),
    ],
)
def test_a_clause_is_found_where_the_notice_numbers_it(programme: str, path: str, words: str):
    assert words in read(programme, path)


def test_the_web_pages_sidebar_and_footer_are_in_no_clause_of_2023():
    clauses = "".join(read("cast-2023", clause.path) for clause in notice("cast-2023").clauses)
    for words in ("科协要闻", "英才计划", "中国地质学会成立100周年", "相关链接", "京ICP备", "分享到", "##", "](#)"):
        assert words not in clauses
        assert words in squash(notice("cast-2023").text)


@pytest.mark.parametrize(
    ("union", "field", "person", "telephone", "address"),
    [
        ("信息科技学会联合体", "电子信息", "李小鹏", "010-68600642", "普惠南里13号楼，李小鹏，13810377984"),
        ("生命科学学会联合体", "生物医药", "郭天欢", "010-64803381", "1号楼，裴培，13161972216"),
        ("智能制造学会联合体", "装备制造", "胡志强", "010-68799040", "11层，胡志强，13161224687"),
        ("先进材料学会联合体", "先进材料", "丁波", "010-65133925", "中国金属学会，丁波，13911128844"),
        ("生态环境产学联合体", "资源环境", "马春萍", "010-62219349", "国际部621，马春萍，15010954981"),
    ],
)
def test_a_unions_name_field_person_telephone_and_address_are_one_clause(
    union: str, field: str, person: str, telephone: str, address: str
):
    path = f"四、中国科协{union}"
    assert find("pioneer-2020", path).kind == "contact"
    content = read("pioneer-2020", path)
    assert content.startswith(f"中国科协{union}（{field}领域）联系人：{person}")
    assert content.endswith(address)
    assert telephone in content


def test_the_form_of_the_pioneer_list_has_all_its_labels():
    labels = [clause.title for clause in notice("pioneer-2020").clauses if clause.kind == "form"]
    assert labels == [
        "技术基本情况",
        "技术名称",
        "所属领域",
        "重点服务行业",
        "技术项目类型",
        "技术就绪水平量值",
        "技术完成团队基本情况",
        "联系人",
        "联系电话",
        "通信地址",
        "电子邮箱",
        "技术团队简介",
        "技术知识产权情况",
        "技术获奖情况",
        "技术水平介绍",
        "技术效益介绍",
        "申报单位意见",
        "推荐单位意见",
    ]


def test_the_newer_call_supersedes_the_older_and_a_guide_gives_no_dates():
    assert CATALOGUE.find_programme("cast-2023").info.supersedes == "cast-2022"
    assert CATALOGUE.find_programme("cast-2023").info.document_no is None
    for programme in CATALOGUE.select("nkrd-2021"):
        assert (programme.info.issued_on, programme.info.deadline) == (None, None)


def test_the_misprinted_standard_is_noted_where_it_stands():
    places = {note.where for note in notice("pioneer-2020").notes if "22900-2009" in note.message}
    assert places == {"附件2技术项目类型", "附件2技术就绪水平量值"}
