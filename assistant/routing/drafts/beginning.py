"""The call that begins a draft, and what the draft is to be about."""

import re

from assistant.domain.drafting_call import FillCall, InterviewCall
from assistant.routing import chatter
from assistant.routing.drafts import words
from assistant.routing.drafts.orders import find_notes, form_in, loose_kind_in, programme_of
from assistant.routing.forms import Reader
from assistant.text import clean

_TOPIC = re.compile(
    r"(?:题目|主题|议题|选题|方向|内容)(?:大[概致约]|暂定|初步|暂时)*(?:是|叫|为|：|:)\s*(?P<named>[^，。；\n]{4,60})"
    r"|(?:科学|技术)?(?:问题|难题)\s*[：:]\s*(?P<colon>[^，。；\n]{4,60})"
    r"|[“「《\"](?P<quoted>[^”」》\"]{4,60})[”」》\"]"
    r"|关于(?P<about>[^，。；\n]{2,40}?)的?(?:一?[份篇个])?(?:前沿|工程|产业|科学|技术)?(?:科学|技术)?"
    r"(?:问题|难题|草稿|材料|推荐表|建议|稿|$|[，。；])"
    r"|[：:]\s*(?P<behind>\S[^\n]{3,60})$"
)


def begin(
    text: str, files: tuple[str, ...], reader: Reader, *, guided: bool, said: str = ""
) -> InterviewCall | FillCall:
    """Return the call that begins a draft, question by question if `guided`.

    Args:
        text: the order.
        files: notes.
        reader: knows forms and programmes.
        guided: True has every field asked for.
        said: words that name form and programme; empty where the order itself does.
    """
    topic, form = find_topic(text), form_in(said or text)
    programme = programme_of(said or text, form, reader)
    kind = loose_kind_in(text) if form == "problem" else None
    if not guided:
        return FillCall(notes=topic, files=files, form=form, programme=programme, kind=kind)
    return InterviewCall(act="begin", text=topic, files=files, form=form, programme=programme, kind=kind)


def find_topic(text: str) -> str:
    """Return what the draft is to be about, or the notes that stand behind the order; empty where nothing is said."""
    notes = find_notes(text)
    if notes:
        return notes
    found = _TOPIC.search(text)
    said = next((one for one in found.groups() if one), "") if found else ""
    topic = clean(said).strip(chatter.MARKS.replace("？", ""))
    return "" if words.DRAFT.fullmatch(topic) or words.GUIDED.search(topic) else topic
