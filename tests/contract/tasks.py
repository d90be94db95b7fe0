"""Tasks cut from the shipped notices, with answers that a model might give to them."""

import json
from datetime import date

from assistant.domain.answer import Citation
from assistant.domain.task import AnswerTask, Statement

LIMIT_2022 = "各单位推荐数量不限，每个领域原则上不超过2项，每个问题难题应当明确1名负责人。"
LIMIT_2023 = "每个单位推荐总数不超过6项，每个领域不超过3项。"
LABELS = {"cast-2022": "2022年征集通知", "cast-2023": "2023年征集通知"}


def make_task(*programmes: str, question: str = "每个领域可以推荐几项？", computed: str = "") -> AnswerTask:
    """Return a task with one citation a programme, and a computed statement that rests on all where one is given."""
    quotes = {"cast-2022": LIMIT_2022, "cast-2023": LIMIT_2023}
    citations = tuple(
        Citation(doc=one, programme=one, clause="四、2", quote=quotes[one], span=(0, len(quotes[one])))
        for one in programmes or ("cast-2022",)
    )
    said = [
        Statement(programmes=(one.programme,), text=one.quote.removesuffix("。"), citations=(place,))
        for place, one in enumerate(citations)
    ]
    if computed:
        everything = tuple(range(len(citations)))
        said.append(Statement(programmes=(), text=computed, citations=everything, derived=True))
    return AnswerTask(
        question=question, citations=citations, labels=LABELS, statements=tuple(said), today=date(2022, 2, 1)
    )


def write_reply(*sentences: tuple[str, str, str]) -> str:
    """Return a model's reply of (sentence, id, quote)."""
    items = [{"text": text, "evidence": [{"id": id_, "quote": quote}]} for text, id_, quote in sentences]
    return json.dumps({"sentences": items}, ensure_ascii=False)


GOOD_2022 = ("2022年征集通知规定，每个领域原则上不超过2项。", "C1", "每个领域原则上不超过2项")
GOOD_2023 = ("2023年征集通知规定，每个领域不超过3项。", "C2", "每个领域不超过3项")
