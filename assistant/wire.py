"""Values as the JSON that tools outside the project rely on, and its schemas."""

import json
from typing import TYPE_CHECKING

from pydantic import BaseModel

from assistant.errors import UnknownNameError

if TYPE_CHECKING:
    from assistant.domain.direction import Direction


def to_json(value: object) -> str:
    """Return any value of the domain, or plain data, on one line of JSON."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return json.dumps(plain, ensure_ascii=False)


def schema(verb: str) -> dict[str, object]:
    """Return the JSON schema of a verb's result.

    Raises:
        UnknownNameError: the verb has no schema.
    """
    results = _results()
    if verb not in results:
        raise UnknownNameError(f"没有名为“{verb}”的动词。", hint=f"可用的有：{'、'.join(results)}。")
    return results[verb].model_json_schema(mode="serialization")


def _results() -> dict[str, type[BaseModel]]:
    """Return the type of each verb's result."""
    from assistant.documents.describe import Reading
    from assistant.domain.answer import Answer
    from assistant.domain.coverage import Coverage
    from assistant.domain.exported import Exported
    from assistant.domain.filled import FilledDraft
    from assistant.domain.finding import Reports
    from assistant.domain.interview import InterviewTurn
    from assistant.domain.match import MatchResult
    from assistant.domain.outgoing import Outgoing
    from assistant.domain.outline import Outline
    from assistant.domain.revision import Revision
    from assistant.domain.timeline import Timeline
    from assistant.domain.title import ProblemsResult, TitleAdvice

    return {
        "ask": Answer,
        "match": MatchResult,
        "title": TitleAdvice,
        "problems": ProblemsResult,
        "check": Reports,
        "read": Reading,
        "coverage": Coverage,
        "export": Exported,
        "outline": Outline,
        "fill": FilledDraft,
        "interview": InterviewTurn,
        "revise": Revision,
        "timeline": Timeline,
        "preview": Outgoing,
    }


def direction_record(direction: "Direction") -> dict[str, object]:
    """Return a direction as `corpus directions --json` prints it."""
    return {
        "doc": direction.doc,
        "programme": direction.programme,
        "programme_title": direction.programme_title,
        "programme_no": direction.programme_no,
        "number": direction.number,
        "title": direction.title,
        "tags": list(direction.tags),
        "area_number": direction.area_number,
        "area_title": direction.area_title,
        "research_content": direction.research_content,
        "assessment_indicators": direction.assessment_indicators,
        "requirements": [
            {"text": one.text, "quote": one.quote, "span": [one.span.start, one.span.end], "scope": one.scope}
            for one in direction.requirements
        ],
        "matching_funds": direction.matching_funds,
        "span": [direction.span.start, direction.span.end],
    }
