"""Labels that no form knows, told by their layout: an author's own items, which end the item before them."""

import re
import unicodedata

from assistant.documents.label_keys import NUMBER
from assistant.domain.filled import MARK
from assistant.patterns import lazily

_PART_LABEL = lazily(
    r"姓名|名字|单位|职务|职称|手机|电话|座机|邮箱|邮件|信箱|地址|邮编|传真|微信|性别|年龄|民族|学历|学位|出生|"
    r"专业|方向|日期|时间|"
    r"主任|主席|委员|组长|成员|专家|顾问|秘书|联系|作者|通[讯信]|第[一二三四五六]|"
    r"问题|难题|前沿|工程|产业|类|列表|清单|原则|标准|方式|过程|进度|安排|程序|名单|签[字名章]|盖章|e-?mail|"
    r"tel|name|affiliation|phone|mobile|unit|fax|序号|编号",
    re.IGNORECASE,
)
"""What names a part of a field of these forms (a contact, a committee, a list by types) and no item of its own."""
_LABEL_SHAPE = lazily(
    r"^[\s*#【\[〔]*(?P<name>[^\s*:：，,。；;、！!？?（）()【】\[\]]{2,12})[\s*】\]〕]*(?P<colon>[:：∶])?\s*$"
)
_LABEL_HEAD = lazily(r"^[\s*#]*[【\[〔]?(?P<name>[^\s*:：，,。；;、！!？?（）()【】\[\]/]{2,10})[】\]〕]?\**[:：∶]\**")
_LONGEST_LABEL = 60


def find_unknown(text: str, *, head: bool) -> str | None:
    """Return the name in a text that is laid out as a label although no form knows it (引言, 研究动态：…).

    A mark of ours (【待补充：…】) is none.

    Args:
        text: a cell, or a line.
        head: True for a line, where text may stand behind the colon; False where the whole text is the label.
    """
    if MARK.match(text.strip()):
        return None
    plain = NUMBER.sub("", unicodedata.normalize("NFKC", text[: 2 * _LONGEST_LABEL]).strip(), count=1)
    found = (_LABEL_HEAD if head else _LABEL_SHAPE).match(plain)
    if found is None or _PART_LABEL.search(found["name"]) or not re.search(r"[\u3400-\u9fffA-Za-z]{2}", found["name"]):
        return None
    return found["name"]
