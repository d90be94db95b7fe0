"""What in a blank form is no text of anybody's: hints, lines to write on, boxes to tick."""

import re

from assistant.checks.guidance import remove_guidance
from assistant.checks.parsing.ticks import has_boxes, read_ticks
from assistant.documents.filling.into import Hints
from assistant.domain.filled import MARK
from assistant.domain.form import Form
from assistant.text import bare

_BRACKETED = re.compile(
    r"（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*(?:\([^()]*\)[^()]*)*\)|【[^】]*】|\[[^\]]*\]|〔[^〕]*〕"
)
_ASKS = re.compile(
    r"请|填写|不超过|不少于|限\s*\d|\d+\s*字|字(?:以内|左右|以上)|如[:：]|例如|包括|可另附|可加页|单选|多选|选填|必填|可选|"
    r"简要|简述|说明|参照|格式|示例|姓名|名称|单位|为准|问句形式|[\u4e00-\u9fff]/[\u4e00-\u9fff]"
)
"""What a bracket in a blank form says that tells its reader what to write."""
_OPENS = re.compile(
    r"^(?:请(?:在|用|另|填|选|勾|列|注明|参照|简要|说明|介绍|输入)|提示[:：]|示例|例如|例[:：]|注[:：]|填[写表]说明|[单点]击|在此处?[填输])"
)
"""How a hint without brackets begins; no text of an author does in a form that is otherwise blank."""
_NOTHING = re.compile(r"[\s_＿—…\.．:：;；,，、]|[Xx×✕]{2,}|[年月日](?=[\s年月日]|$)|（\s*）|\(\s*\)|【\s*】|\[\s*\]")
_DATE = re.compile(r"^[\s_＿]*(?:20[\s_＿]*)?年[\s_＿]*月(?:[\s_＿]*日)?[\s_＿]*$")
_LONGEST_HINT = 80
_UNTICKED = re.compile(r"[□☐○◯▢◻⬜]|[（(]\s+[）)]")
_TICK = "☑"


def know_hints(form: Form) -> Hints:
    """Return what gives way in a blank form of that kind."""
    guidance: dict[str, tuple[str, ...]] = {}
    for spec in form.fields:
        guidance[spec.label] = (*guidance.get(spec.label, ()), spec.guidance)

    def strip(label: str, text: str) -> str:
        return strip_hints(text, guidance.get(label, ()))

    return Hints(strip=strip, find_box=find_box)


def strip_hints(text: str, hints: tuple[str, ...]) -> str:
    """Return what a place of a blank form holds besides hints and blanks; empty where nothing does."""
    text = MARK.sub("", text)
    if _DATE.match(text) or _opens_as_hint(text.strip()) or bare(text) in {bare(hint) for hint in hints if hint}:
        return ""
    rest = remove_guidance(text, tuple(hint for hint in hints if hint))
    rest = _BRACKETED.sub(lambda found: "" if _ASKS.search(found[0]) else found[0], rest)
    return _NOTHING.sub("", rest)


def _opens_as_hint(text: str) -> bool:
    return len(text) <= _LONGEST_HINT and bool(_OPENS.match(text))


def find_box(text: str, value: str) -> tuple[int, int, str] | None:
    """Return the characters of the empty box that has to be ticked for the value, and the tick; None without one."""
    if not (has_boxes(text) or _UNTICKED.search(text)) or MARK.search(value):
        return None
    for found in _UNTICKED.finditer(text):
        tick = _TICK if len(found[0]) == 1 else f"{found[0][0]}√{found[0][-1]}"
        if bare(read_ticks(f"{text[: found.start()]}{tick}{text[found.end() :]}")) == bare(value):
            return found.start(), found.end(), tick
    return None
