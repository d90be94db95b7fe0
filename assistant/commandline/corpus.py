"""The commands over the corpus itself: what it holds, what may be written beside it, its index and its proof."""

import time
from collections.abc import Callable

from assistant.commandline.arguments import Arguments
from assistant.commandline.output import assistant_of, write_bytes
from assistant.commandline.proposing import propose_asks, propose_expansions
from assistant.domain.catalogue import Catalogue
from assistant.domain.programme import Programme
from assistant.library.accounting import Account, account_for
from assistant.library.programmes import load_catalogue
from assistant.present.calls import present_timeline
from assistant.settings import Settings
from assistant.text import clean
from assistant.wire import direction_record, to_json

_VIOLATIONS = {"lost": "丢失", "doubled": "重复", "misplaced": "错位", "altered": "改动"}


def listing(arguments: Arguments, _settings: Settings) -> int:
    """Print one line a programme."""
    programmes = load_catalogue().programmes
    if arguments.json:
        print(to_json([_head(programme) for programme in programmes]))
        return 0
    for programme in programmes:
        info = programme.info
        counts = f"{len(programme.notice.clauses)} 条款，{len(programme.directions)} 方向，{len(programme.rules)} 规则"
        deadline = f"，截止 {info.deadline}" if info.deadline else ""
        print(f"{info.id:14}{info.short_title}（{counts}{deadline}）")
    return 0


def show(arguments: Arguments, _settings: Settings) -> int:
    """Print the head of each programme that the id names, with the notes on its text."""
    programmes = load_catalogue().select(arguments.words[0])
    if arguments.json:
        heads = [_head(programme) for programme in programmes]
        print(to_json(heads[0] if len(heads) == 1 else heads))
        return 0
    for programme in programmes:
        facts = ((key, value) for key, value in _head(programme).items() if key != "notes" and value not in {None, ""})
        print("\n".join(f"{key}: {value}" for key, value in facts))
        print("\n".join(f"注：{note.where} {note.message}" for note in programme.notice.notes))
    return 0


def clauses(arguments: Arguments, _settings: Settings) -> int:
    """Print each clause with its own text."""
    for programme in load_catalogue().select(arguments.words[0]):
        for clause in programme.notice.clauses:
            own = clean("".join(piece.slice(programme.notice.text) for piece in clause.pieces))
            record = {
                "programme": programme.id,
                "clause": clause.path,
                "title": clause.title,
                "kind": clause.kind,
                "text": own,
                "span": [clause.span.start, clause.span.end],
            }
            print(to_json(record) if arguments.json else f"{programme.id} {clause.path}\t{own}")
    return 0


def directions(arguments: Arguments, _settings: Settings) -> int:
    """Print one direction a line."""
    for programme in _chosen(arguments, load_catalogue()):
        for direction in programme.directions:
            line = f"{direction.id}\t{direction.title}\t{'、'.join(direction.tags)}"
            print(to_json(direction_record(direction)) if arguments.json else line)
    return 0


def rules(arguments: Arguments, _settings: Settings) -> int:
    """Print one rule a line."""
    for programme in _chosen(arguments, load_catalogue()):
        for rule in programme.rules:
            quotes = "；".join(f"{source.doc} {source.clause}「{source.quote}」" for source in rule.sources)
            line = f"{programme.id}\t{rule.id}\t{rule.severity}\t{rule.basis}\t{quotes or '〔通用检查〕'}"
            print(to_json({"programme": programme.id} | rule.model_dump(mode="json")) if arguments.json else line)
    return 0


def forms(arguments: Arguments, _settings: Settings) -> int:
    """Print one form a line."""
    for programme in _chosen(arguments, load_catalogue()):
        for form in programme.forms:
            labels = [field.label for field in form.fields]
            record = {
                "programme": programme.id,
                "form": form.name,
                "title": form.title,
                "doc": form.doc,
                "clause": form.clause,
                "labels": labels,
            }
            line = f"{programme.id}\t{form.name}\t{form.title}\t{'、'.join(labels)}"
            print(to_json(record) if arguments.json else line)
    return 0


def expansions(arguments: Arguments, settings: Settings) -> int:
    """Print the expansions of each direction, or have more proposed; they are searched, never shown as evidence."""
    if arguments.propose:
        return propose_expansions(arguments, settings)
    for programme in load_catalogue().select(arguments.words[0]):
        for number, written in programme.expansions.items():
            record = {"programme": programme.id, "number": number, "terms": list(written.phrases)}
            print(to_json(record) if arguments.json else f"{programme.id}/{number}\t{'；'.join(written.phrases)}")
    return 0


def asks(arguments: Arguments, settings: Settings) -> int:
    """Print the questions written for each sentence, or have more proposed; searched, never shown as evidence."""
    if arguments.propose:
        return propose_asks(arguments, settings)
    for programme in load_catalogue().select(arguments.words[0]):
        for asked in programme.asked:
            quote = clean(asked.span.slice(programme.notice.text))
            record = {"programme": programme.id, "quote": quote, "asks": list(asked.asks)}
            print(to_json(record) if arguments.json else f"{programme.id}\t{quote}\t{'；'.join(asked.asks)}")
    return 0


def build(arguments: Arguments, settings: Settings) -> int:
    """Build the index, or find that it is up to date."""
    started = time.perf_counter()
    assistant_of(settings).search.search("征集", kinds=("clause",), top=1)
    seconds = round(time.perf_counter() - started, 1)
    folder = str(settings.data_dir)
    print(to_json({"folder": folder, "seconds": seconds}) if arguments.json else f"索引就绪：{folder}（{seconds} 秒）")
    return 0


def verify(arguments: Arguments, _settings: Settings) -> int:
    """Prove for each notice that no text is lost; 1 where a character is in no part or in two."""
    accounts = [account_for(programme) for programme in load_catalogue().programmes]
    if arguments.json:
        print(to_json([account.model_dump(mode="json") for account in accounts]))
    else:
        print("\n".join(line for account in accounts for line in _account_lines(account)))
    return int(not all(account.balanced for account in accounts))


def timeline(arguments: Arguments, settings: Settings) -> int:
    """Print the dates of a call, and write them as a calendar file where one is asked for."""
    assistant = assistant_of(settings)
    found = assistant.timeline(arguments.words[0], today=arguments.today)
    if arguments.ics is not None:
        from assistant.reporting.calendar import render_calendar

        write_bytes(arguments.ics, render_calendar(found, assistant.catalogue))
        found = found.model_copy(update={"output": str(arguments.ics)})
    print(to_json(found) if arguments.json else present_timeline(found, assistant.catalogue))
    return 0


COMMANDS: dict[str, Callable[[Arguments, Settings], int]] = {
    "list": listing,
    "show": show,
    "clauses": clauses,
    "directions": directions,
    "rules": rules,
    "forms": forms,
    "expansions": expansions,
    "asks": asks,
    "timeline": timeline,
    "build": build,
    "verify": verify,
}


def _chosen(arguments: Arguments, catalogue: Catalogue) -> tuple[Programme, ...]:
    return catalogue.select(arguments.words[0]) if arguments.words else catalogue.programmes


def _head(programme: Programme) -> dict[str, object]:
    info = programme.info
    return {
        "id": info.id,
        "doc": info.doc,
        "title": info.title,
        "short_title": info.short_title,
        "issuer": info.issuer,
        "document_no": info.document_no,
        "issued_on": info.issued_on.isoformat() if info.issued_on else None,
        "deadline": info.deadline.isoformat() if info.deadline else None,
        "year": info.year,
        "supersedes": info.supersedes,
        "sha256": info.sha256,
        "characters": len(programme.notice.text),
        "clauses": len(programme.notice.clauses),
        "directions": len(programme.directions),
        "rules": len(programme.rules),
        "forms": [form.name for form in programme.forms],
        "notes": [{"where": note.where, "message": note.message} for note in programme.notice.notes],
    }


def _account_lines(account: Account) -> list[str]:
    furniture = "、".join(f"{name}{number}" for name, number in account.furniture.items()) or "无"
    head = (
        f"{account.programme}：{account.characters} 字 = 条款 {account.clause_characters}（{account.clauses} 条）"
        f" + 方向 {account.direction_characters}（{account.directions} 个，{account.sections} 节）"
        f" + 版面附着 {account.furniture_characters}（{furniture}）{'' if account.balanced else ' 不平'}"
    )
    faults = [f"  {_VIOLATIONS[one.kind]} {one.where} {one.span}：{one.text}" for one in account.violations]
    return [head, *faults, *(f"  注 {where}：{message}" for where, message in account.notes)]
