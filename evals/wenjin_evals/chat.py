"""Scores the chat: does a turn get the right verb with the right arguments, and a follow-up the right answer?"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.conversation import perform
from assistant.domain.answer import Answer, Turn
from assistant.domain.call import AskCall, Call, HelpCall
from assistant.errors import InputError
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.text import bare, squash
from wenjin_evals.cases import Case
from wenjin_evals.figures import OURS, Figure
from wenjin_evals.questions import says

FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was right of one turn."""

    verb: bool
    arguments: bool
    """The labelled ones, where the verb is right; an order that lacks its object has to be asked back."""
    reply: bool
    """What the answer has to say and not to say; true where nothing is expected of it."""
    came: str
    """Verb, arguments and answer as they came, for the list of failures."""

    @property
    def right(self) -> bool:
        """Say whether everything labelled is right."""
        return self.verb and self.arguments and self.reply


def score(cases: Sequence[Case], assistant: Assistant, suite: str, today: date) -> tuple[list[Figure], list[str]]:
    """Return the figures and one line for each turn that failed."""
    conductor = EmbeddedConductor.over(assistant.catalogue)
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    failures: list[str] = []
    for case in cases:
        found = judge(case, conductor, assistant, today)
        counts = {"n": 1, "right": found.right, "verb": found.verb}
        for name in ("all", str(case["group"]), f"verb {_verbs(case)[0]}"):
            tally[name].update(counts)
        if case.get("arguments") or case.get("asks_back"):
            tally["arguments"].update(n=1, right=found.verb and found.arguments)
        if case.get("asks_back"):
            tally["asks_back"].update(counts)
        if not found.right:
            failures.append(f"{case['id']} 应为{'/'.join(_verbs(case))} 说：{_messages(case)[-1].content} {found.came}")
    return _figures(tally, suite), failures


def judge(case: Case, conductor: EmbeddedConductor, assistant: Assistant, today: date) -> Judgement:
    """Return what is right of one turn; only answers of which something is expected are composed."""
    files = case.get("files")
    call = conductor.route(_messages(case), [str(file) for file in files] if isinstance(files, list) else ())
    verb = call.verb in _verbs(case)
    expected = case.get("expect")
    if not (verb and isinstance(expected, dict) and isinstance(call, AskCall)):
        return Judgement(verb=verb, arguments=_has_arguments(case, call), reply=not expected, came=_shown(call))
    answer = perform(call, assistant, today=today)
    if not isinstance(answer, Answer):
        raise TypeError("a question was not answered")
    said = answer.covered == expected["covered"] and says(expected, squash(answer.answer))
    came = f"{_shown(call)} 答：{answer.answer}"
    return Judgement(verb=True, arguments=_has_arguments(case, call), reply=said, came=came)


def _has_arguments(case: Case, call: Call) -> bool:
    """Say whether the call has what is labelled: a list as a whole, a text as one alternative, marks ignored."""
    if case.get("asks_back"):
        return isinstance(call, HelpCall) and bool(call.missing)
    wanted = case.get("arguments")
    if not isinstance(wanted, dict):
        return True
    came = call.model_dump(mode="json")
    return all(_is_one_of(came.get(name), value) for name, value in wanted.items())


def _is_one_of(came: object, wanted: object) -> bool:
    alternatives = wanted if isinstance(wanted, list) and not isinstance(came, list) else [wanted]
    return bare(str(came)) in {bare(str(one)) for one in alternatives}


def _messages(case: Case) -> list[Turn]:
    messages = case.get("messages")
    if not isinstance(messages, list):
        raise InputError("评测用例缺少数组“messages”。", where=str(case.get("id")))
    return [Turn.model_validate(message) for message in messages]


def _verbs(case: Case) -> list[str]:
    verb = case["verb"]
    return [str(one) for one in verb] if isinstance(verb, list) else [str(verb)]


def _shown(call: Call) -> str:
    arguments = {
        name: value
        for name, value in call.model_dump(mode="json").items()
        if value and name not in ("verb", "history", "question")
    }
    return f"→ {call.verb} {arguments or ''}".rstrip()


def _figures(tally: dict[str, Counter[str]], suite: str) -> list[Figure]:
    every = tally["all"]
    shares = [("right", every["right"], every["n"]), ("verb_right", every["verb"], every["n"])]
    shares.append(("arguments_right", tally["arguments"]["right"], tally["arguments"]["n"]))
    shares.append(("follow_ups_right", tally[FOLLOW_UP]["right"], tally[FOLLOW_UP]["n"]))
    shares.append(("asks_back_right", tally["asks_back"]["right"], tally["asks_back"]["n"]))
    verbs = sorted(name for name in tally if name.startswith("verb "))
    shares += [(f"right: {name[5:]}", tally[name]["right"], tally[name]["n"]) for name in verbs]
    return [Figure(suite=suite, name=name, system=OURS, value=part / n, n=n) for name, part, n in shares if n]
