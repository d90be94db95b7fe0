"""The dates of a call: read from its text, each with its clause, also as a calendar."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from assistant.domain.catalogue import Catalogue
from assistant.domain.timeline import Timeline
from assistant.library.dates import find_dates
from assistant.library.programmes import load_catalogue
from assistant.library.timeline import build_timeline
from assistant.reporting.calendar import render_calendar
from assistant.text import squash

Run = Callable[..., tuple[int, str, str]]
TODAY = date(2022, 3, 1)


@lru_cache
def catalogue() -> Catalogue:
    return load_catalogue()


def timeline(name: str, today: date = TODAY) -> Timeline:
    return build_timeline(catalogue().select(name), name, today)


@pytest.mark.parametrize(
    ("text", "first", "last", "exact"),
    [
        ("2022年4月20日", date(2022, 4, 20), date(2022, 4, 20), True),
        ("2022 年 1 月\n30 日", date(2022, 1, 30), date(2022, 1, 30), True),
        ("2020年10-11月", date(2020, 10, 1), date(2020, 11, 30), True),
        ("2020年11月下旬", date(2020, 11, 21), date(2020, 11, 30), True),
        ("2020年12月底", date(2020, 12, 21), date(2020, 12, 31), False),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29), True),
    ],
)
def test_dates_are_read_as_notices_write_them(text: str, first: date, last: date, *, exact: bool):
    found = list(find_dates(f"至{text}前"))
    assert [(one.first, one.last, one.exact) for one in found] == [(first, last, exact)]


@pytest.mark.parametrize("text", ["2035年预测", "2021年度指南", "2022年13月1日", "2022年2月30日", "2018—2022年"])
def test_years_alone_and_days_of_no_calendar_are_no_dates(text: str):
    assert list(find_dates(text)) == []


@pytest.mark.parametrize("name", [one.id for one in catalogue().programmes])
def test_every_date_stands_in_its_clause_and_agrees_with_the_head_of_the_programme(name: str):
    programme = catalogue().find_programme(name)
    found = timeline(name)

    clauses = {one.path: one for one in programme.notice.clauses}
    for point in found.points:
        start, end = point.citation.span
        assert squash(programme.notice.text[start:end]) == squash(point.citation.quote)
        assert clauses[point.citation.clause].span.start <= start < end <= clauses[point.citation.clause].span.end
        assert len(point.citation.quote) <= 300
        assert point.what
    issued = {one.last for one in found.points if one.kind == "issued"}
    deadlines = {one.last for one in found.points if one.kind == "deadline"}
    assert issued == ({programme.info.issued_on} if programme.info.issued_on else set())
    assert (programme.info.deadline in deadlines) == (programme.info.deadline is not None)
    assert bool(found.silent) == (programme.info.deadline is None)


def test_the_notice_of_2020_tells_who_hands_in_what_and_when():
    found = [(str(one.last), one.kind, one.who, one.what) for one in timeline("pioneer-2020").points]

    assert found == [
        ("2020-10-28", "issued", "", "通知发布"),
        ("2020-11-20", "deadline", "各有关单位", "将本领域先导技术推荐至5个技术领域对应的学会联合体"),
        (
            "2020-11-20",
            "deadline",
            "",
            "先导技术榜单相关工作统一通过“科创中国”平台（https://www.kczg.org.cn/）线上完成",
        ),
        ("2020-11-30", "stage", "各有关单位", "推荐阶段"),
        ("2020-11-30", "stage", "5个技术领域对应的学会联合体", "初评阶段"),
        ("2020-11-30", "deadline", "5个技术领域对应的学会联合体", "将本领域初评结果报送至中国科协学会学术部"),
        ("2020-12-20", "stage", "中国科协", "终审阶段"),
        ("2020-12-31", "stage", "中国科协", "榜单发布阶段"),
    ]


def test_what_is_past_goes_by_the_day_asked_for_and_conditions_are_never_past():
    states = {(one.what, one.kind): one.state for one in timeline("cast-2022").points}
    assert states["制定推荐方案", "deadline"] == "past"
    assert states["广泛征集问题难题", "deadline"] == "ahead"
    assert {one.state for one in timeline("cast-2022", date(2022, 4, 20)).points if str(one.last) == "2022-04-20"} == {
        "now"
    }
    assert [(one.what, one.state) for one in timeline("sticoop-2022").points] == [
        ("项目负责人应为1962年1月1日以后出生", "condition"),
        ("注册时间在2021年6月30日前", "condition"),
    ]


def test_a_day_that_the_clause_only_refers_to_is_that_of_issue_and_says_so():
    opening = next(one for one in timeline("cast-2023").points if one.kind == "opens")
    assert (opening.last, opening.derived) == (date(2023, 1, 29), True)
    assert "印发之日起" in opening.citation.quote


def test_a_document_of_twelve_guides_gives_the_dates_of_all():
    found = timeline("nkrd-2021")
    assert len(found.silent) == 12
    assert {one.what for one in found.points} == {"男性应为1983年1月1日以后出生", "女性应为1981年1月1日以后出生"}


def list_events(data: bytes) -> list[Event]:
    return [one for one in Calendar.from_ical(data).walk("VEVENT") if isinstance(one, Event)]


def test_the_calendar_is_read_back_by_its_library_with_days_ids_and_a_stamp_of_no_clock():
    found = timeline("pioneer-2020")
    data = render_calendar(found, catalogue())
    events = list_events(data)

    assert data == render_calendar(timeline("pioneer-2020"), catalogue())
    assert len(events) == sum(one.kind != "eligibility" for one in found.points)
    assert len({str(one["uid"]) for one in events}) == len(events)
    assert {one.DTSTAMP for one in events} == {datetime(2022, 3, 1, tzinfo=UTC)}
    stage = next(one for one in events if "推荐阶段" in str(one["summary"]))
    assert (stage.start, stage.end) == (date(2020, 10, 1), date(2020, 12, 1))
    for event, point in zip(events, found.points, strict=True):
        assert point.what in str(event["summary"])
        assert point.citation.quote in str(event["description"])


def test_the_lines_of_the_calendar_are_folded_at_75_octets_and_end_as_the_standard_says():
    data = render_calendar(timeline("pioneer-2020"), catalogue())

    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None and b"\n" not in line for line in lines)


def test_ids_stay_when_the_day_of_asking_changes():
    days = (TODAY, date(2022, 4, 1))
    uids = [
        [str(one["uid"]) for one in list_events(render_calendar(timeline("cast-2022", day), catalogue()))]
        for day in days
    ]
    assert uids[0] == uids[1]


def test_the_command_shows_dates_with_clauses_and_writes_the_calendar(wenjin: Run, tmp_path: Path):
    place = tmp_path / "日程.ics"
    status, shown, _ = wenjin("corpus", "timeline", "cast-2022", "--today", "2022-03-01", "--ics", str(place))
    _, told, _ = wenjin("corpus", "timeline", "cast-2022", "--today", "2022-03-01", "--json")

    assert status == 0
    assert "2022-04-20　截止　确定并提交推荐问题（推荐单位）　未到" in shown
    assert "2022年征集通知 四、4「4.确定并提交推荐问题（2022年4月20日前）。」" in shown
    assert place.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert Timeline.model_validate_json(told) == timeline("cast-2022")
    assert json.loads(wenjin("schema", "timeline")[1])["title"] == "Timeline"


def test_an_unknown_call_is_one_chinese_sentence(wenjin: Run):
    status, _, said = wenjin("corpus", "timeline", "cast-2031")
    assert (status, len(said.strip().splitlines())) == (2, 1)
