"""What is asked back: an order without its object, words that lean on nothing, an item that no list has."""

from assistant.domain.call import HelpCall
from assistant.numbered import find_ordinals
from assistant.routing import chatter, cues
from assistant.routing.past import Exchange

NOTHING_BEFORE = "没有可以接着说的内容"
NO_FILES = "请把要汇总的稿件（或它们的 .zip）一起拖进来，或点“选择文件”。"
NO_FILE = "请把要检查的 .docx、.pdf、.md 或 .txt 草稿拖进来，或点“选择文件”。"
NO_ORDER = "请说明要做什么：查通知里的规定、给研究问题配方向、改题目，还是检查草稿？"
MISSING = {
    "title": "请写上要改的题目，例如：把“关于提高锂金属负极循环稳定性的研究”改成问题。",
    "match": "请写上要配方向的研究问题，或交来写有它的文件，例如：匹配方向：高寒冻土路基的融沉预测。",
    "problems": "请写上要查的主题，例如：往年发布过哪些关于氢能的问题。",
}


def ask_back(text: str, why: str) -> HelpCall:
    """Return the question that a doubtful text is answered with: its possible readings in one sentence."""
    said = text.strip(chatter.MARKS)
    if find_ordinals(text) and not cues.LISTED.search(text):
        readings = "是某份通知的那一条、某个指南方向，还是上一次结果里的那一项"
    elif cues.YEAR.search(text):
        readings = "是那一年的截止时间、推荐数量，还是别的规定"
    elif cues.MORE.search(text) or cues.LISTED.search(text):
        readings = "是换一个题目候选、换一批指南方向，还是换一种问法"
    else:
        readings = "是通知里的规定、要改的题目，还是要配方向的研究问题"
    return HelpCall(missing=f"“{said}”前面{why}，请说明{readings}。")


def no_such_item(last: Exchange, name: str) -> HelpCall:
    """Return what is said where a list has no item of that place."""
    count = len(last.items)
    listed = f"上面只列了{count}个{name}" if count else f"上面没有列出{name}"
    return HelpCall(missing=f"{listed}，请说明要用哪一个，或把它写出来。")
