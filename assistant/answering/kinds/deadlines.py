"""Whether a last day of submission is past, and what is known to somebody who asks whether there is still time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.asked.question import Inquiry
from assistant.answering.saying.claims import Claim
from assistant.answering.sentences.asking import NOT_SILENT, Silent
from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.programme import Silence

_STILL = re.compile(
    r"(?:现在|今天|目前|如今|眼下).{0,10}(?:能|可以|让|行).{0,6}(?:报|申|交|投|提|推荐|参加)|来得及|赶得上|赶得及|过期(?:了|没|吗)|"
    r"(?:已经|是不是|是否).{0,4}(?:截止|结束)|截止了(?:吗|没|么)|晚了(?:吗|没)|"
    r"还(?:能|可以)(?:不能)?(?:申?报|报名|投|提?交|推荐|参加)(?:名|上)?(?:吗|么|不|了|呢)?[？?]?$"
)
_PERSONAL = re.compile(r"在研|负责人|[选报推获]过|曾|去年|作为|如果|要是")
"""Words of a question that asks whether somebody is admitted, not whether there is time."""
_NO_DEADLINE = Silence(topic="申报截止时间", words=("截止时间", "截止日期", "申报截止"), asks=())
_SITE = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+(?:cn|com|org|net)(?:\.cn)?/?", re.IGNORECASE)
_SUBMITS = re.compile(r"提交|上传|平台|系统|网站")


def claim_still_open(inquiry: Inquiry, corpus: Corpus, today: date) -> list[Claim]:
    """Return for each call in scope its last day, whether that is past, and its site; empty where nobody asks so."""
    if not _STILL.search(inquiry.text) or _PERSONAL.search(inquiry.text) or inquiry.scope.missing:
        return []
    claims: list[Claim] = []
    for programme in inquiry.scope.programmes:
        dated = _find_dated(programme.id, corpus)
        if dated:
            claims += [
                _compare({programme.id: dated}, corpus, today, (programme.id,)),
                *_name_site(programme.id, corpus),
            ]
    return claims


def lack_deadline(inquiry: Inquiry, corpus: Corpus) -> Silent | None:
    """Return the silence of notices without a last day, where somebody asks whether there is still time; else None."""
    asked = _STILL.search(inquiry.text) and not _PERSONAL.search(inquiry.text) and not inquiry.scope.missing
    programmes = inquiry.scope.programmes
    lacking = all(corpus.programmes[one.id].info.deadline is None for one in programmes)
    if not (asked and programmes and lacking):
        return None
    return replace(NOT_SILENT, nearest=1.0, topic=_NO_DEADLINE)


def date_deadlines(claims: Sequence[Claim], inquiry: Inquiry, corpus: Corpus, today: date) -> Iterator[Claim]:
    """Yield whether the last days of submission that the answer gives are past, one statement for those that are."""
    if not any(concept.name == "deadline" for part in inquiry.parts for concept in part.concepts):
        return
    passed: dict[bool, dict[str, Unit]] = {}
    for programme in dict.fromkeys(one for claim in claims for one in claim.programmes):
        printed = _print_deadline(programme, corpus)
        said = [claim for claim in claims if printed and programme in claim.programmes and printed in claim.text]
        units = [unit for claim in said for unit in claim.units if printed in unit.plain]
        if units:
            passed.setdefault(_is_past(programme, corpus, today), {})[programme] = units[0]
    for dated in passed.values():
        yield _compare(dated, corpus, today)


def _is_past(programme: str, corpus: Corpus, today: date) -> bool:
    deadline = corpus.programmes[programme].info.deadline
    return deadline is not None and deadline < today


def _compare(dated: dict[str, Unit], corpus: Corpus, today: date, programmes: tuple[str, ...] = ()) -> Claim:
    """Return whether the last days of the programmes, all past or none, are past."""
    days = "、".join(_print_deadline(programme, corpus) for programme in dated)
    past = _is_past(next(iter(dated)), corpus, today)
    word = f"{'均' if len(dated) > 1 else ''}{'已过' if past else '未到'}"
    text = f"截止日{days}{word}（以{today:%Y-%m-%d}计）"
    return Claim(programmes=programmes, text=text, units=tuple(dated.values()), derived=True)


def _find_dated(programme: str, corpus: Corpus) -> Unit | None:
    """Return the shortest sentence with the last day of submission, which says little else."""
    printed = _print_deadline(programme, corpus)
    units = [corpus.units[place] for place in corpus.own[programme]]
    dated = [unit for unit in units if printed and printed in unit.plain]
    return min(dated, key=lambda unit: len(unit.plain), default=None)


def _name_site(programme: str, corpus: Corpus) -> Iterator[Claim]:
    """Yield the site at which the notice has material handed in."""
    for unit in (corpus.units[place] for place in corpus.own[programme]):
        site = _SITE.search(unit.text)
        if site and _SUBMITS.search(unit.text) and not _is_mail(unit.text, site.start()):
            yield Claim(programmes=(programme,), text=f"通知所列网站是{site[0]}", units=(unit,))
            return


def _is_mail(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] == "@"


def _print_deadline(programme: str, corpus: Corpus) -> str:
    deadline = corpus.programmes[programme].info.deadline
    return f"{deadline.year}年{deadline.month}月{deadline.day}日" if deadline else ""
