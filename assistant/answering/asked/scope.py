"""Which programmes a question is about, as far as its names and years tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.domain.catalogue import Catalogue
from assistant.domain.programme import Programme
from assistant.text import normalise

_YEAR = re.compile(
    r"(?<![\d\-/.])(20[12]\d)(?![\d\-.])(?!年\d{1,2}月)(?!年?(?:才|刚|底|初)*(?:成立|注册|登记|设立|创办|出生))"
    r"|(?<![\d\-/.])([12]\d)(?=(?:年(?!以前|以后|之后|月|代|内)|版|届|[、和与跟及,/](?:20)?[12]\d(?:年|版|届|两)|两年))"
)
_CHINESE_YEAR = re.compile(r"[二两]?[〇零○0]?[一二][〇零○一二三四五六七八九](?=年)")
_CALLED = re.compile(
    r"(?P<name>[\w“”/]{2,16}?)(?P<points>(?:这个|那个|的)*)(?<!国家)(?:重点)?(?P<kind>专项|指南|榜单?|计划)"
)
"""What a programme is called by, whether there is one or not."""
_BEFORE_NAME = re.compile(
    r".*(?:[的个“”里]|[这那哪]|年度?|20[12]\d|国家|重点|研发|计划|请问|我们|咱们?|想|要|申?报|做|搞|填|进|上了|在|对|把|按|跟|和|与|及)"
)
_NO_NAME = re.compile(
    r"[本该各此同两几每啥么什谁其别些已没了着吗呢我你他先再只不单跨\d]|(?<!^.)(?<!性)能(?!源)|可以|有没|"
    r"^(?:一种|一批|重大|科技|国家|重点|研发|青年|科学家|项目|技术|课题|研究|牵头|中央|财政|地方|省级?|先导|推荐|相关|所有|申请|"
    r"参[加与]|立项|合作|国际|多个?|全部|全国|部门|专业|工作|实施|示范|人才|方向|领域|公布|发布|入选|十[三四五]五|nkrd)*$|"
    r"是|会(?=[宣取])|启动|设立|取消|管理|负责|属于|归属|最终|最后|下面|[上揭制]$"
)
"""Words before 专项 that name none: pointing, asking, and what any of them is called."""
_LIST_NAME = 3
"""Characters from which a word before 榜 is a name (首届榜单 names none)."""
_OUTSIDE = re.compile(
    r"自然科学基金|社会?科学?基金|面上项目|杰青|优青|博士后|长江学者|揭榜挂帅|863计划|973计划|科技奖|国家奖|"
    r"科技重大专项(?!的?在研)"
    r"|(?:北京|上海|天津|重庆|广东|江苏|浙江|山东|湖北|四川|陕西|[省市])(?:科技厅|科委|重点研发|科技计划)"
)
_FAMILY = re.compile(r"-\d{4}")
_GENERIC = re.compile(r"研究|技术|体系|关键|重点|重大|国家|专项|支撑|通知|\d+年?|[“”、（）()与及和等的]")
_SHORTEST_NAME = 3
"""Characters of a programme's name that a question must repeat to mean it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the question says about programme and year."""

    programmes: tuple[Programme, ...]
    """Candidates, in the order of the catalogue; all where nothing is named; empty where `missing` is set."""
    named: bool
    """True where a programme is named."""
    years: tuple[int, ...]
    """Years named, in the order of the question."""
    missing: str = ""
    """What the question names and the catalogue lacks, in Chinese; empty where there is a notice."""
    words: tuple[str, ...] = ()
    """Names in the question, which tell nothing about what is asked."""
    sought: str = ""
    """Name of a programme that is not here, as the question gives it (稀土); empty where it names none."""

    def keep_years(self, asked: Sequence[int]) -> "Scope":
        """Return the scope without years that the question only tells of (2022的是19号)."""
        own = tuple(one for one in self.programmes if one.info.year in asked)
        return replace(self, programmes=own, years=tuple(asked)) if own and set(asked) < set(self.years) else self


def family(programme: Programme) -> str:
    """Return what the calls of all years share, such as `cast`, `nkrd`."""
    return _FAMILY.split(programme.id)[0]


def find_scope(question: str, catalogue: Catalogue) -> Scope:
    """Return the programmes that a normalised question names, by name and by year."""
    years = find_years(question)
    names = {programme.id: _find_names(question, programme) for programme in catalogue.programmes}
    words = tuple({word for found in names.values() for word in found})
    chosen = _choose(question, catalogue.programmes, names)
    outside = _OUTSIDE.search(question)
    if outside and max(map(len, words), default=0) <= len(outside[0]):
        return Scope((), named=True, years=years, missing=outside[0], words=words)
    sought = "" if chosen else _find_absent(question, catalogue.programmes)
    if sought:
        return Scope((), named=True, years=years, missing=f"名为“{sought}”的通知或指南", words=words, sought=sought)
    if not chosen:
        return _by_year(catalogue.programmes, years, words)
    families = {family(programme) for programme in chosen}
    related = [programme for programme in catalogue.programmes if _is_related(programme, chosen, families)]
    if not years:
        return Scope(tuple(related), named=True, years=(), words=words)
    dated = tuple(programme for programme in related if programme.info.year in years)
    absent = [year for year in years if year not in {programme.info.year for programme in related}]
    if not dated:
        return Scope((), named=True, years=years, missing=_name_absent(chosen, absent), words=words)
    return Scope(dated, named=True, years=years, words=words)


def _find_absent(question: str, programmes: Sequence[Programme]) -> str:
    """Return the name before 专项 or 榜 that no notice knows by it; empty where there is none."""
    for name, match in _list_called(question):
        kind = match["kind"]
        plain = kind in {"指南", "计划"} or match["points"] or (kind.startswith("榜") and len(name) < _LIST_NAME)
        if not plain and not any(_speaks_of(one, name, kind) for one in programmes):
            return name
    return ""


def _speaks_of(programme: Programme, name: str, kind: str) -> bool:
    """Say whether the notice tells of a list or programme called so, or is called nearly so itself."""
    nearly = any(title.startswith(name[:2]) for title in _names_of(programme))
    return nearly or (name if kind.startswith("榜") else name + kind) in programme.notice.text


def _names_of(programme: Programme) -> tuple[str, ...]:
    """Return the normalised names of a programme, the short title first."""
    return _normalise_all((programme.info.short_title, *programme.info.aliases))


@lru_cache(maxsize=512)
def _normalise_all(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(normalise, names))


@lru_cache(maxsize=16)
def _list_called(question: str) -> list[tuple[str, re.Match[str]]]:
    """Return what the question calls programmes by, chatter left out, each with its match of `_CALLED`."""
    found = ((_BEFORE_NAME.sub("", match["name"]), match) for match in _CALLED.finditer(question))
    return [(name, match) for name, match in found if len(name) > 1 and not _NO_NAME.search(name)]


def _choose(question: str, programmes: Sequence[Programme], names: dict[str, list[str]]) -> list[Programme]:
    """Return the programmes that are named; a longer name hides the shorter ones inside it."""
    taken: list[tuple[int, int]] = []
    chosen: dict[str, int] = {}
    for word in sorted({word for found in names.values() for word in found}, key=len, reverse=True):
        places = [match.span() for match in re.finditer(re.escape(word), question)]
        free = [place for place in places if not any(start < place[1] and place[0] < end for start, end in taken)]
        if free:
            taken += free
            for programme in programmes:
                if word in names[programme.id]:
                    chosen[programme.id] = max(chosen.get(programme.id, 0), len(word))
    longest = max(chosen.values(), default=0)
    clear = {one for one, length in chosen.items() if length >= _SHORTEST_NAME or length == longest}
    plain = {one for one in clear if any(_is_called(question, word) for word in names[one])}
    return [programme for programme in programmes if programme.id in (plain or clear)]


def _is_called(question: str, word: str) -> bool:
    """Say whether the word is followed by what a programme is called, or joined to another name."""
    called = r"[”\w]{0,6}?(?:这个|那个|的)?(?:重点)?(?:专项|指南|计划|榜|通知|[和与跟、])"
    return re.search(re.escape(word) + called, question) is not None


def find_years(question: str) -> tuple[int, ...]:
    """Return the years that a normalised question names as those of a call."""
    found = [int(whole) if whole else 2000 + int(short) for whole, short in _YEAR.findall(question)]
    found += [_chinese_year(match) for match in _CHINESE_YEAR.findall(question)]
    return tuple(dict.fromkeys(found))


def _chinese_year(text: str) -> int:
    digits = "".join(
        str("〇一二三四五六七八九".index(mark)) for mark in text[-2:].replace("零", "〇").replace("○", "〇")
    )
    return 2000 + int(digits)


def _by_year(programmes: Sequence[Programme], years: tuple[int, ...], words: tuple[str, ...]) -> Scope:
    if not years:
        return Scope(tuple(programmes), named=False, years=(), words=words)
    dated = tuple(programme for programme in programmes if programme.info.year in years)
    if dated:
        return Scope(dated, named=False, years=years, words=words)
    return Scope((), named=False, years=years, missing=f"{'、'.join(map(str, years))}年的通知", words=words)


def _is_related(programme: Programme, chosen: Sequence[Programme], families: set[str]) -> bool:
    """A guide is itself only; of a call every year is meant until a year is named."""
    return programme in chosen or (family(programme) in families and programme.info.number == 0 and _has_year(chosen))


def _has_year(chosen: Sequence[Programme]) -> bool:
    return any(programme.info.number == 0 for programme in chosen)


def _name_absent(chosen: Sequence[Programme], absent: Sequence[int]) -> str:
    name = re.sub(r"^\d{4}年", "", chosen[0].info.short_title) if len(chosen) == 1 else "这项征集"
    return f"{'、'.join(map(str, absent))}年的“{name.strip('“”')}”"


def _find_names(question: str, programme: Programme) -> list[str]:
    """Return the words of the question that are names of the programme, parts of its name or abbreviate it."""
    title, *aliases = _names_of(programme)
    found = [alias for alias in aliases if alias and alias in question]
    found += [shared for chunk in _GENERIC.split(title) if (shared := _longest_shared(chunk, question))]
    short = _abbreviation(question, programme)
    return [*found, *([short] if short else []), *([title] if title in question else [])]


def _longest_shared(chunk: str, question: str) -> str:
    """Return the longest part of the chunk that the question repeats."""
    for length in range(len(chunk), _SHORTEST_NAME - 1, -1):
        for start in range(len(chunk) - length + 1):
            if chunk[start : start + length] in question:
                return chunk[start : start + length]
    return ""


def _abbreviation(question: str, programme: Programme) -> str:
    """Return the name before 专项, 指南 or 榜 whose letters a name of the programme holds in that order."""
    titles = _names_of(programme)
    for name, match in _list_called(question):
        if match["kind"].startswith("榜") == bool(programme.directions):
            continue
        if any(_is_subsequence(name, title) for title in titles):
            return name
    return ""


def _is_subsequence(word: str, title: str) -> bool:
    letters = iter(title)
    return all(letter in letters for letter in word)
