"""Sentences that speak to a checking program: never obeyed, only reported and left out."""

import re
from dataclasses import replace

from assistant.domain.draft import Draft, Field, FieldLine

_SENTENCE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]*")
_TARGET = r"(?:指令|指示|规则|要求|提示词?|检查|设定|内容|约束|说明|限制|准则|标准|命令)"
_CUES = re.compile(
    "|".join(
        (
            rf"(?:忽略|无视|忘记|忘掉|抛开|不要理会|请勿理会|不必理会|跳过|放弃|覆盖|不要遵守|停止执行)[^。；]{{0,8}}(?:以上|之前|此前|上述|前面|先前|上文|所有|全部|一切|任何|原有|系统)[^。；]{{0,12}}{_TARGET}",
            rf"(?:忽略|无视|忘记)[^。；]{{0,4}}{_TARGET}",
            r"(?:判定|判断|评定|评价|标记|认定|视|评|判|打|归类|标注)(?:本[文稿件项目]*|该[文稿件项目]*|此[文稿件项目]*|其)?为[“\"]?(?:完全)?(?:合规|合格|通过|满分|无问题|没有问题|符合要求|全部符合|优秀)",
            r"(?:直接|只需?|仅|必须|务必|请)(?:输出|返回|回复|给出|回答)[^。；]{0,20}(?:通过|合规|合格|满分|无问题|没有问题|通过审查|pass|PASS|优秀|符合)",
            r"(?:你|您)(?:现在|从现在起|此刻)?(?:是|扮演|作为)(?:一[个名位])?[^。；，]{0,20}(?:助手|模型|审查员?|检查器|检查程序|评审|机器人|系统|智能体|AI|专家|程序)(?![^。；]{0,4}吗)",
            r"(?:致|告|尊敬的|注意[:：]?)?(?:自动|智能|AI|人工智能|机器)?(?:审查|审核|检查|评审|评阅|审稿|形式审查)(?:程序|系统|工具|模型|机器人|助手|AI|器)[:：，,]?[^。；]{0,10}(?:请|注意|务必|应当?|必须|不要|无需|须)",
            r"系统(?:提示|指令|消息)\s*[:：]|(?:system|assistant|user)\s*(?:prompt)?\s*[:：]|<\|?(?:system|im_start|endoftext)|\[/?INST\]",
            r"(?:不要|请勿|勿|禁止|不得|不必|无需|不用)(?:再)?(?:报告|指出|列出|提示|输出|标出|报|检查|显示|提及|给出)[^。；]{0,12}(?:问题|错误|缺陷|违规|警告|不合规|意见|项)",
            r"(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above|earlier|preceding|instructions?|rules?|system)",
            r"do\s+not\s+(?:report|flag|mention|list|output)|(?:mark|rate|judge|treat|consider|classify)\s+(?:this|the)\s+\w+\s+as\s+(?:compliant|passed|valid|perfect)",
            r"(?:output|respond|reply|answer|return|print)\s+(?:only\s+|with\s+|just\s+)*[\"'“]?(?:pass|compliant|approved|no\s+(?:issues|errors|problems|findings))|you\s+are\s+(?:now\s+)?(?:an?|the)\s+[\w\s-]{0,30}(?:assistant|model|reviewer|checker|AI)\b",
        )
    ),
    re.IGNORECASE,
)
_DISCUSSED = re.compile(
    r"攻击|注入|越狱|诱导|对抗样本|恶意|防御|防护|安全风险|漏洞|劫持|例如|比如|诸如|譬如|所谓|等(?:语句|文字|指令|提示)|injection|jailbreak|attack|adversarial",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|‘[^’]*’|\"[^\"]*\"")


def find_injections(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence that instructs a checking program; to discuss such attacks is none."""
    return [found.span() for found in _SENTENCE.finditer(text) if found.group().strip() and _instructs(found.group())]


def leave_out(draft: Draft) -> Draft:
    """Return the draft as if sentences to a checking program were absent."""
    if not any(find_injections(line.text) for field in draft.fields for line in field.lines):
        return draft
    return replace(draft, fields=tuple(map(_clear_field, draft.fields)))


def _instructs(sentence: str) -> bool:
    if not _CUES.search(sentence) or _DISCUSSED.search(sentence):
        return False
    body = sentence.strip().strip("。！？!?；; ")
    if _QUOTED.fullmatch(body):
        return True
    unquoted = _QUOTED.sub("“”", sentence)
    return bool(_CUES.search(unquoted)) or bool(re.search(r"[为成输出返回复]\s*“”", unquoted))


def _clear_field(field: Field) -> Field:
    return replace(field, lines=tuple(map(_clear_line, field.lines)))


def _clear_line(line: FieldLine) -> FieldLine:
    text = line.text
    for start, end in reversed(find_injections(text)):
        text = text[:start] + text[end:]
    return line if text == line.text else replace(line, text=text)
