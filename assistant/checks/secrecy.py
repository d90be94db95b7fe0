"""Marks and claims of secrecy in a text; the mere word 内部 or 秘密 in prose is neither."""

import re
from collections.abc import Iterator

from assistant.checks.parsing.names import widen_marks
from assistant.patterns import lazily

_SECRET = lazily("密|内部")
"""In every mark and claim of secrecy; nearly all paragraphs have neither, and need no closer look."""
_MARK = lazily(
    r"(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆*＊]|[★☆]\s*(?:绝\s*密|机\s*密|秘\s*密)|"
    r"(?:内部|涉密|机密|秘密)(?:资料|文件|材料)[\s，,、]*(?:请)?(?:注意保密|保密|妥善保管|(?:严禁|不得|请勿|禁止)(?:外传|外泄|公开|复制|传播))"
)
_LEVEL = lazily(r"(?:密\s*级|保密等级|涉密等级|定密)\s*[:：]?\s*[（(]?\s*(?:绝\s*密|机\s*密|秘\s*密|涉密|内部)")
_ALONE = lazily(
    r"^[\s【\[（(〔<《]*(?:绝\s*密|机\s*密|秘\s*密|涉\s*密(?:文件|材料|资料|文稿)?|国家秘密)(?:[\s★☆*·,，、:：（(]*(?:\d+年|长期|[一二三四五六七八九十]+年|件|级|文件|材料)?)[\s】\]）)〕>》]*$"
)
_CLAIM = lazily(
    r"(?:本|该|此|上述|以上|我)[^。；，！？\n]{0,16}?(?:涉密|涉及(?:国家|军事|国防)?(?:秘密|机密)|属于?(?:国家)?(?:秘密|机密|绝密)|列为(?:国家)?(?:秘密|机密|绝密)|定为(?:秘密|机密|绝密))|"
    r"(?:内容|参数|数据|资料|文稿|材料|技术)[^。；，！？\n]{0,4}(?:涉密|属于?(?:国家)?(?:秘密|机密|绝密))(?=[，。；！）)]|$)|"
    r"(?:属于?|列为|定为|确定为)(?:国家|军事|国防)(?:秘密|机密|绝密)(?:技术|事项)?(?=[，。；！）)]|$)"
    r"|(?:内容|参数|数据|资料|文稿|材料|技术|工艺|配方|指标|细节|图纸|信息|成果)[^。；，！？\n]{0,6}(?:属于?|为|系|是|均为|涉及)"
    r"(?:涉密|国家秘密|军事秘密|国防秘密|秘密级|机密级)(?:信息|内容|技术|事项|资料)?(?=[，。；！）)]|$)|"
    r"(?:因|由于|鉴于)[^，。；\n]{0,10}涉密(?=[，。；）)原不未从略故而要]|$)|"
    r"属于?涉密(?:信息|内容|技术|事项|资料|参数)(?=[，。；！）)]|$)|"
    r"涉密(?:内容|部分|参数|信息|数据|指标|细节)[^，。；\n]{0,6}(?:略|未列|不予|另行|单独|未写|隐去|另附|不便)"
)
_DENIED = lazily(
    r"(?:不(?![同断仅少])|非(?![常线])|未(?!来)|无(?![人线机源损])|没有|避免|防止|严禁|是否|如(?![何下图上])|若(?!干)|凡|除)"
    r"[^，。；]{0,8}(?:涉密|涉及|属于?|秘密|机密|绝密|定为|列为)|脱密|解密"
)


def find_marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each mark, such as 秘密★5年, and of each sentence that says its content is secret."""
    if not _SECRET.search(text):
        return
    for line in re.finditer(r"[^\n]+", widen_marks(text)):
        found = _MARK.search(line.group()) or _LEVEL.search(line.group()) or _ALONE.search(line.group())
        if found:
            yield line.start() + found.start(), line.start() + found.end()
            continue
        for sentence in re.finditer(r"[^。；！？\n]+", line.group()):
            claim = _CLAIM.search(sentence.group())
            if claim and not _DENIED.search(sentence.group()):
                yield line.start() + sentence.start(), line.start() + sentence.end()
