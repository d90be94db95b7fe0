"""The words of a question that tell what it is about: typing errors mended, names and chatter taken out."""

import re
from collections.abc import Callable, Iterable


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_TERMS = _words(
    """
    推荐 申报 课题 截止 截至 征集 问题 项目 经费 指南 专项 附件 榜单 委员会 负责人 关键词 学科 模板 格式 邮箱
    电话 联系人 遴选 评审 方案 报告 单位 配套 比例 年龄 职称 青年 科学家 颗粒度 提交 上传 方向 领域 纸质 先导
    技术 通知 形式审查 国拨 概算 周期 实施
    """
)
"""Words of calls in which a character may be mistyped."""
_HOMOPHONES: dict[str, str] = {
    group[0]: group[1:]
    for group in _words(
        """
    荐建件见健剑鉴 推退 申伸深神 报抱暴豹保 课科可刻 题提体 截节接结 止只纸指址 至只纸指址 征争正证 集及级急
    难南男 项向像象 目木幕 经京精 费废非 指只纸 专砖转 附付副负 件间见 榜膀帮棒 单丹担 委伟尾位 员圆元园 会汇惠
    关管官 键建件见 词次此辞 学雪 科课颗 模摸 板版般 格个 式试市示 邮油由 箱相香 联连链 系细 遴林临邻 选先宣
    评平凭 审申神 方房 案按 配陪佩 套讨 龄令零 职只直 称成 颗棵科 粒立力利 签千前 字子自 提题 交教 周舟州 期其起
    标表 域欲遇 质只制 导道到 形型行 查察 拨波播剥 概盖慨 算蒜 家佳 施使
    """
    )
}
"""Characters that an input method offers for one another."""

_SHORT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(short), whole)
    for short, whole in (
        (r"青科(?!学)(?:项目)?", "青年科学家项目"),
        (r"形审(?!查)", "形式审查"),
        (r"key-?words?", "关键词"),
        (r"abstract", "摘要"),
        (r"e-?mail", "邮箱"),
        (r"(?:tel|phone)(?:number)?(?![a-z])", "电话"),
        (r"(?:dead-?line|ddl)", "截止日期"),
        (r"budget", "经费预算"),
        (r"营业执照|工商登记", "登记注册"),
    )
)
"""What people shorten or say in English, and the word of calls for it."""

_STOP_WORDS = _words(
    """
    请问 想问 问一下 想问下 请教 咨询一下 麻烦 你好 您好 帮我 帮忙 看看 查一下 查查 告诉我 说一下 我是 我们 咱们
    你们 他们 我想 我要 我的 我们的 自己 本人 学会秘书 的话 是不是 有没有 能不能 能否 可不可以 可以不可以 可否
    要不要 用不用 需不需要 是否 行不行 对不对 多少 几个 几位 几名 几家 几条 几项 几年 几号 几月 几次 几份 几张
    几页 几种 几类 几步 几级 几轮 哪些 哪个 哪几个 哪几 哪里 哪儿 哪家 哪天 哪一天 哪年 哪位 哪种 哪类 哪一
    什么时候 什么时间 什么 啥时候 何时 怎么样 怎么 怎样 如何 为什么 为何 多久 多长时间 多长 多大 多会儿 以及
    还有 或者 里面 里头 里边 之前 之后 以后 时候 这个 那个 这份 那份 这项 那项 这些 那些 每个 每年 每家 每位
    一个 一份 一家 一共 总共 一般 具体 分别 到底 究竟 大概 大约 应该 应当 需要 必须 可以 能够 按照 根据 依据
    关于 对于 有关 相关 规定 提到 提及 写明 写着 搞定 通知 文件 材料里 专项 指南 重点专项 答案 事情 东西 方面
    问题是 一下 一点 两年 今年 去年 明年 现在 目前 如果 要是 假如 没有 谢谢 拉着 带着 带上 打算 准备 最多 最少
    至少 最晚 最早 不超过 以内 之内 左右 一定 直接 已经 还是 就是 时间 日期 地方 有啥 干什么 干啥 干嘛 是谁 谁
    哪 几 啥 吗 呢 啊 吧 么 呀 嘛 咋 了 的 得 是 讲 说 那 这 该 其
    """
)
_STOP = re.compile("|".join(sorted(_STOP_WORDS, key=len, reverse=True)))
_WEAK = frozenset(
    "在有和跟与及或也都就才又再还只很最更太里中上下内前后过着地给把被由对从到按要想让会能可应需须每各些个位名家条项种类步年号版份写做弄行用打没不无别我你他它人次为以"
)
"""Characters that part words, unless they are a part of one."""
_CLAUSE_NUMBER = re.compile(
    r"附件[一二三四五六七八九十\d]{1,2}|第?[一二三四五六七八九十\d]{1,3}(?:部分|大?[章节条款项点])|"
    r"[（(][一二三四五六七八九十\d]{1,2}[）)]"
    r"|[一二三四五六七八九十]{1,2}、\d{0,2}|\d{1,2}\.\d{1,2}"
)
_YEAR_WORD = re.compile(r"(?:20)?[12]\d(?:年度?|版|届)|20[12]\d")
_MARK = re.compile(r"[\W_]+")


def mend_typing(question: str) -> str:
    """Return a normalised question with mistyped and shortened words put right (推建 → 推荐, 形审 → 形式审查)."""
    for wrong, right in _MISTYPED.items():
        if wrong in question:
            question = question.replace(wrong, right)
    for short, whole in _SHORT:
        question = short.sub(whole, question)
    return question


def find_runs(question: str, names: Iterable[str], is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the runs of a normalised question that tell what it is about, in order.

    Args:
        question: normalised and mended.
        names: names of programmes in it, which tell nothing about what is asked.
        is_word: says of two characters whether the notices use them side by side.
    """
    text = question
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!企业)(?<!地方){re.escape(name)}", "|", text)
    for pattern in (_CLAUSE_NUMBER, _YEAR_WORD, _STOP, _MARK):
        text = pattern.sub("|", text)
    letters = [letter if _stands(text, place, is_word) else "|" for place, letter in enumerate(text)]
    return tuple(run for run in "".join(letters).split("|") if len(run) > 1)


def strip_chatter(question: str) -> str:
    """Return a normalised question without interrogatives and chatter."""
    return _STOP.sub("", question)


def _stands(text: str, place: int, is_word: Callable[[str], bool]) -> bool:
    """Say whether the character belongs to a word that tells something."""
    if text[place] not in _WEAK:
        return True
    around = (text[max(0, place - 1) : place + 1], text[place : place + 2])
    return any(len(pair) == 2 and "|" not in pair and is_word(pair) for pair in around)  # noqa: PLR2004 - a pair


def _list_mistyped() -> dict[str, str]:
    """Return wrong writings of the terms, one character exchanged, that are no terms or parts of terms themselves."""
    wrong: dict[str, str] = {}
    known = "|".join(_TERMS)
    for term in _TERMS:
        for place, letter in enumerate(term):
            for other in _HOMOPHONES.get(letter, ""):
                written = term[:place] + other + term[place + 1 :]
                if written not in known and written not in _REAL:
                    wrong[written] = term
    return wrong


_REAL = frozenset(
    _words("可题 结止 题交 难提 千字 专向 正集 林选 临选 先到 只标 退荐 年令 课体 节至 经非 提教 质制 会有")
)
"""Writings that words side by side may give, and that stay."""

_MISTYPED = _list_mistyped()
