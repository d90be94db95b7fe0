"""Whatever a guide looks like, it is read without an error and none of its characters is lost or counted twice."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.programme import ProgrammeInfo
from assistant.library.guides import parse_guide

INFO = ProgrammeInfo(
    id="sample-2020",
    doc="sample-2020",
    number=0,
    title="样例专项申报指南",
    short_title="样例专项",
    aliases=(),
    issuer="",
    document_no=None,
    issued_on=None,
    deadline=None,
    year=2020,
    sha256="",
    supersedes=None,
)
LINES = """附件 2
一、总体目标
为落实部署，启动专项。
1. 材料
2.器件
1.1 钢（基础研究类）
1.2铜*
2.1 芯片研制（青年科学
家项目）
1.2 dB，
2.10 毫米
研究内容：炼钢。
研究目标:炼铜；
考核指标：样品 1套。有关说明：企业牵头。
预期指标：
（1）强度提高；
实施周期不超过 3年。
— 19 —
系统— 20 —集成
23
乱\ufffd码

\u3000
其他要求：比例不低于 2:1。
专项形式审查条件要求
1. 推荐程序
(2) 单个推荐单位申报。
研究内容
3. 其他""".splitlines()
guides = st.lists(st.sampled_from(LINES), max_size=30).map("\n".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(guides)
def test_every_character_is_in_exactly_one_part(text: str):
    guide = parse_guide(text, INFO)
    pieces = [piece for clause in guide.clauses for piece in clause.pieces]
    pieces += [piece for item in guide.directions for section in item.sections for piece in section.pieces]
    pieces += [item.span for item in guide.furniture]
    counted = Counter(place for piece in pieces for place in range(piece.start, piece.end))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= counted.keys()
    assert set(counted.values()) <= {1}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(guides)
def test_numbers_are_unique_and_paths_too(text: str):
    guide = parse_guide(text, INFO)
    numbers = [direction.number for direction in guide.directions]
    assert len(set(numbers)) == len(numbers)
    paths = [clause.path for clause in guide.clauses]
    assert len(set(paths)) == len(paths)
