"""Which turns a model never decides, and what of its own words may be shown."""

import re
from collections.abc import Iterator

from assistant.checks.injections import find_injections
from assistant.domain.call import AskCall, Call, HelpCall, MatchCall, ProblemsCall, TitleCall
from assistant.domain.drafting_call import OutlineCall, TimelineCall
from assistant.question import is_question
from assistant.text import clean
from assistant.writing.support import find_new_fact
from assistant.writing.untrusted import repeats, strip_invisible

READING = (AskCall, MatchCall, TitleCall, ProblemsCall, HelpCall, OutlineCall, TimelineCall)
"""Calls that open no file and change no draft."""
_PASTED = 400
"""Characters beyond which a message is mostly pasted material, whose words are not the user's orders."""
_LONGEST_WORDS = 120
_COMMANDS = re.compile(
    r"提示词|系统(?:提示|指令|消息)|指令|忽略|无视|不要理会|越狱|扮演|开发者模式|管理员|口令|密钥|密码|令牌|"
    r"https?://|www\.|访问.{0,12}(?:网址|链接|地址|接口)|"
    r"(?:调用|运行|执行|启动).{0,12}(?:工具|函数|命令|代码|接口|程序)|"
    r"(?:其他|别的|另[一外]|某).{0,4}(?:用户|人的(?:草稿|稿件|文件)|作者的)|(?:判|评|标|打|改)(?:定|记|成|为).{0,6}(?:通过|合格|满分|无问题)|"
    r"\b(?:ignore|disregard|override|forget|instructions?|prompts?|system|assistant|developer|tools?|function|call|fetch|"
    r"curl|wget|api|token|password|secret|another user|other users?|verdict|pass(?:ed)?|approved?|compliant|"
    r"reveal|print|repeat)\b",
    re.IGNORECASE,
)
"""What orders to a program are made of. Wider than the rule that reports them: a turn caught in error only means that
the embedded router decides it."""
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]")


def is_for_model(call: Call, text: str, files: int) -> bool:
    """Say whether a model may decide a turn, given what the embedded router made of it.

    Args:
        call: the embedded router's.
        text: the user's last message.
        files: number of files handed over.
    """
    if files or not isinstance(call, READING) or len(text) > _PASTED:
        return False
    return not (_INVISIBLE.search(text) or find_injections(text) or _COMMANDS.search(text))


def keep_question(words: str, said: str, instructions: str) -> str:
    """Return what of a model's own words may be shown: questions back that state nothing new; empty for none.

    Args:
        words: the model's.
        said: the conversation.
        instructions: of the prompt, which are not to be repeated.
    """
    asked = (one for one in _list_sentences(words) if is_question(one) and not repeats(one, instructions))
    kept = "".join(one for one in asked if not find_new_fact(one, said))
    return kept if len(kept) <= _LONGEST_WORDS else ""


def _list_sentences(words: str) -> Iterator[str]:
    for found in re.finditer(r"[^。！？!?\n]+[。！？!?]?", strip_invisible(words)):
        if text := clean(found.group()):
            yield text
