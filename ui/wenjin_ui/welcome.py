"""The parts of the page that stand before anybody has said anything: head, doors, list of documents, keys."""

from markupsafe import Markup

from assistant.domain.catalogue import Catalogue
from assistant.domain.programme import Programme
from wenjin_ui.marks import join, newest_day

_HEAD = Markup(
    '<header class="wj-top"><span class="wj-brand">问津</span>'
    '<span class="wj-motto">读懂征集通知，撰写前先问清规定</span>'
    '<span class="wj-status"><span class="wj-mode" title="由谁作答">{mode}</span>'
    '<span class="wj-day">资料截至 {day}</span>'
    '<button type="button" class="wj-narrow wj-drawer" data-drawer>目录</button>'
    '<button type="button" class="wj-narrow" data-new>新会话</button>'
    '<button type="button" data-keys>快捷键</button><button type="button" data-theme>深色</button></span></header>'
)
_DOOR = Markup('<section class="wj-door"><h2>{name}</h2><p>{what}</p><ul>{examples}</ul></section>')
_EXAMPLE = Markup('<li><button type="button" data-say="{text}">{text}</button></li>')
_SIDE = Markup(
    '<nav class="wj-side" aria-label="资料"><h2>本次会话</h2><ol id="wj-outline"></ol>'
    '<h2>资料</h2><ul class="wj-docs">{documents}</ul></nav>'
)
_FOLD = Markup("<li><details><summary>国家重点研发计划 2021 年度指南 {count}</summary><ul>{rows}</ul></details></li>")
_DOCUMENT = Markup('<li><button type="button" data-place="{id}:0-0">{name}</button></li>')

WORK_HEAD = Markup(
    '<div class="wj-work-head" role="group" aria-label="工作区">'
    '<button type="button" data-work-button="notice" aria-pressed="true">条款原文</button>'
    '<button type="button" data-work-button="form" aria-pressed="false">在写的稿</button>'
    '<button type="button" data-work-button="draft" aria-pressed="false">检查的稿</button></div>'
)
NO_NOTICE = Markup('<p class="wj-empty">点答复里的依据标记，这里显示通知原文，所引文字会标出来。</p>')
NO_DRAFT = Markup('<p class="wj-empty">交来草稿后，这里显示检查程序读到的内容，有问题的文字会标出来。</p>')
GONE_DRAFT = Markup('<p class="wj-empty">这份稿件已经不在了，请重新交来，再检查一次。</p>')
NO_FORM = Markup(
    '<p class="wj-empty">说“我想写一份前沿科学问题”，或交来笔记说“整理成问题”，'
    "这里逐栏显示草稿：可以直接改，边改边检查。</p>"
)
FOOT = Markup(
    '<p id="wj-upload-note" role="alert"></p>'
    '<nav class="wj-panes" aria-label="切换视图"><button type="button" data-pane-button="side">目录</button>'
    '<button type="button" data-pane-button="chat">会话</button>'
    '<button type="button" data-pane-button="work">工作区</button></nav>'
    '<dialog id="wj-keys" aria-label="快捷键"><h2>快捷键</h2><dl><dt>/</dt><dd>跳到输入框</dd>'
    "<dt>Enter</dt><dd>发送（Shift+Enter 换行）</dd><dt>[ ]</dt><dd>上一处、下一处依据</dd>"
    "<dt>j k</dt><dd>下一条、上一条检查结果</dd><dt>Esc</dt><dd>回到会话</dd><dt>?</dt><dd>显示本表</dd></dl>"
    '<form method="dialog"><button>关闭</button></form></dialog>'
)

_ASK = (
    "2023年每个推荐单位可以推荐几个问题？",
    "先导技术榜单的推荐理由最多写多少字？",
    "青年科学家项目对负责人年龄有什么要求？",
)
_WRITE = (
    "我想写一份前沿科学问题",
    "把“关于提高锂金属负极循环稳定性的研究”改成问题",
    "哪些方向适合：扫描电子显微镜用高亮度电子枪的国产化",
    "往年发布过哪些关于量子计算的问题？",
)


def render_head(mode: str, catalogue: Catalogue) -> str:
    """Return the head with the mode and the day of the newest document."""
    return str(_HEAD.format(mode=mode, day=newest_day(catalogue)))


def render_doors() -> str:
    """Return the three doors with real examples."""
    check = Markup(
        '<li><button type="button" data-attach>选择 Word、.md 或 .txt 草稿</button></li>'
        '<li><button type="button" data-sample>用一份示例草稿试试</button></li>'
    )
    doors = (
        _DOOR.format(name="写问题", what="写草稿、改题目、配方向、查往年的问题。", examples=_examples(_WRITE)),
        _DOOR.format(name="问程序", what="问期限、名额、字数、资格，逐句附条款原文。", examples=_examples(_ASK)),
        _DOOR.format(name="审草稿", what="按模板和通知逐条检查，指出位置、实测与要求。", examples=check),
    )
    return str(
        Markup('<div class="wj-welcome"><h1>您想做什么？</h1><div class="wj-doors">{}</div></div>').format(join(doors))
    )


def render_side(catalogue: Catalogue) -> str:
    """Return the list of documents; the guides of one document fold into one line."""
    single = [one for one in catalogue.programmes if one.info.doc == one.id]
    guides = [one for one in catalogue.programmes if one.info.doc != one.id]
    newest_first = sorted(single, key=lambda one: (one.info.year, one.id), reverse=True)
    rows = [_document(one) for one in newest_first]
    if guides:
        rows.append(_FOLD.format(count=len(guides), rows=join(map(_document, guides))))
    return str(_SIDE.format(documents=join(rows)))


def _document(programme: Programme) -> Markup:
    return _DOCUMENT.format(id=programme.id, name=programme.info.short_title)


def _examples(texts: tuple[str, ...]) -> Markup:
    return join(_EXAMPLE.format(text=text) for text in texts)
