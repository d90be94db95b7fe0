"""Features of a text without an order, and words that lean on what was said before."""

import re

from assistant.routing.patterns import all_of, any_of, one_of

ASKS = any_of(r"""
    [？?] [吗呢] 么(?=[，。]|$) 什么 啥 哪 谁 (?<![近这前好十])几 多少 多久 多大 多长 如何 怎么 怎样 为何 为什么 是否
    (?<=[\u4e00-\u9fff])[不没](?=[？?。，]|$) 能否 可否 有没有 有无 有何 (?P<verb>[\u4e00-\u9fff])不(?P=verb)
    (?:^|[\s，,])(?:how|what|when|where|which|who|why|is|are|can|could|do|does|may|must|should)\b
""")
WANTS_VALUE = any_of("""
    哪(?!里(?:不|有问题|写|要改|错)|些(?:不|问题|毛病|地方)) 谁 几号 几[个家位天] 多少 多久 什么时[候间] 何时
    怎么(?!样|改) 为什么 地址 电话 邮箱
""")
"""Words that ask for a value and not for a judgement of a draft."""
QUANTITY = any_of("多少 几[个项家位名人条年次页份] 上限 下限 哪[两三几]条 哪[个些几](?:部门|部委|单位|地方|文件)")
_NUMERAL = r"[一二三四五六七八九十\d]"
REFERENCE = any_of(rf"""
    方向\s*\d [这那]个(?:方向|专项|指南) (?<=[^\s，。])那[条项](?!件) 附件\s*{_NUMERAL}
    第{_NUMERAL}{{1,3}}(?:部分|[条款章节]) (?<![\d.])\d{{1,2}}\.\d{{1,2}}(?![\d.%％倍万亿]|\s*[a-zμ℃%])
    [一二三四五六七八九十]、\d
""")
"""A clause or a direction, named by its number or as the one that both know."""
_STUDIES = one_of("""
    研究 技术 方法 机制 机理 应用 开发 攻关 体系 系统 探索 分析 设计 制备 诊断 装备 工艺 材料
""")
STUDY = re.compile(f".{{3,}}{_STUDIES}")
"""How a bare title ends."""
YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d|年?以[来前后])|(?<!\d)[12]\d年(?!来|前|后|间|内|龄)")

_OPENINGS = "那么? 还有 换成 换做 如果是 要是 至于"
OPENING = re.compile(rf"^{one_of(f'{_OPENINGS} 那要是 然后 另外')}")
ASKED_BEFORE = re.compile(
    r"(?:那|换|这个|这[条道]题?|下面这?个?)+(?:呢|怎么样|行不行|行吗)[？?，,：:\s]+(?P<thing>[^？?]{4,}?)[。]?"
)
"""这个呢：…, the thing behind."""
_ASKING_OF = r"(?:[呢咧嘞哩呐捏]|怎么样|咋样|行不行?|行吗)[？?。]*"
ASKED_OF = re.compile(rf"{one_of(_OPENINGS)}?(?P<thing>[^，。？?]{{2,40}}?)的?{_ASKING_OF}")
"""那…呢: the same question of another thing; several dialects end it their own way."""
_STYLES = "简洁|具体|通俗|直接|学术|专业|口语|精炼|简单"
MORE = any_of(rf"""
    还有(?:没有)?(?:别的|其[他它]|更|吗|没有|么|哪) 别的 其[他它]的? 更多 多[给来推列] 换一?[个批种版组句换]
    另外?[一来给换再] 再(?:来|给|推荐|找|列|出|想|写|拟|换|改|短|长|简|精|明确|缩|{_STYLES}) 重新?[来写拟改生给] 一版
    下一[批页个] 继续 (?:[短长好大小宽窄]|{_STYLES})一?[点些] (?<![行好])不太?(?:满意|喜欢|好|行|合适|贴切|对)
    太(?:长|短|宽|窄|空|大|小|笼统|拗口|绕)
""")
"""Wishes for another of the same."""
LISTED = any_of("候选 [一这那]版 题目 标题 问句 方向 专项 指南 问题 难题")
"""What lists of results are made of."""
WISH = any_of("想 希望 打算 准备 计划 怕 担心 嫌 不知道? 太 不够 不像 有点 领导 老师 导师 专家 审稿 秘书处")
"""Words of segments that tell what the speaker wishes, fears or was told."""
FRAGMENT = all_of(rf"""
    [这那][个条] 有没有 类似的? [上另]一?个 那么? 还有 它 [这那][个条] 再 也 的 也是 (?:20)?[12]\d年?(?:的|版)?
    第{_NUMERAL}{{1,2}}[个条项处点版款] 最后[一那]?[个条项] [前后][一两]个 [短长好]?一?[点些] [一几]个 一[遍次版] 呢 吗
    怎么样 怎么说 什么意思 为什么 行不行 行吗 按 刚才 上面 来 是 一样 同样 然后 确定 真的 能不能 更 还 都 可以 请 帮我
    给我 看看 [？?。！!，,\s]
""")
"""Words that say nothing without what was said before."""
VAGUE = all_of(r"""
    [我你您]们? 想 [要得让请] 麻烦 拜托 劳驾 [帮给替] 看看? 瞧瞧? [弄搞办整]一?下? 处理 请教 咨询 [问说]一?下?
    一?[个点件份] 有 东西 事情? 忙 问题 疑问 情况 一?下 一点 吧 呗 [吗么嘛] 好 行 可以 方便 老师 先 [这那]个? 它
    怎么 咋 该 [啊呀呢了] [，。！？?!\s]
""")
"""Words that wish for help and do not say with what."""
OVERVIEW = any_of("""
    汇总(?!表(?:里|中|上)) 汇成 汇编 总览 概览 一览 花名册 名册 总表 台账 归总 统计(?:一下|表)? 列[成个一]?张?表
    整体情况 总体情况
    (?:写|拟|起草|给|发)[^，。]{0,6}作者[^，。]{0,8}(?:邮件|通知|信|回复)
""")
"""Words that want many drafts put together, or their authors written to."""
STANDARD = any_of("标准 通知 征集 口径")
"""Words behind a year that mean the call of that year which has forms."""
LISTING = any_of("名单 清单 概况 合计 各有几 每类 分类")
"""Words that want so where there are several drafts, and are parts of one where there is one."""
THESE_DRAFTS = any_of("""
    (?:这些|这批|这几[份篇个]|手头的?|我们?的|全部|所有|刚才的?|上面的?)[^，。]{0,6}(?:草稿|稿|文件|材料|推荐表|申报书|报告)
""")
AGAIN = any_of("再.{0,2}[查看审检] 改[好完过了] 又改 修改[后好完过] 重新[查检审] 复查")
SOURCE = any_of("原[文话句] 条文 出处 依据 哪[一]?[条页款]规?定? 再[说讲答]一?[遍次] 确定 肯定 没[听看]懂 不太?明白")
ASKED_AGAIN = all_of(r"""
    原[文话句] 条文 出处 依据 规定 是?什么 [在是] 哪[一]?[条页款里儿] 怎么[说写]的? [贴发给念摆列抄调找]
    出来 一?下 我 看看? 瞧瞧 你 确定 肯定 真的 没弄错 再 重新 [说讲答解释]+ 一?[遍次] 没[听看]懂 不太?明白
    简单 明白 清楚 通俗 一?[点些] 能不能 可以
    [的了呢吧吗么嘛呗啊，。？?！!\s]
""")
"""Words that want the last answer again, or where it stands, and ask nothing of their own."""
THIS_DIRECTION = any_of("[这该那][个条]?(?:方向|指南|专项|项目) 它")
SAME_AS = re.compile("^(?:按|用|以|换成|改成|当成?|作为)")
POINTS_NOWHERE = any_of(rf"""
    上面 刚才 上一?个 另一个 第{_NUMERAL}{{1,2}}(?:个|候选)(?=的|呢|候选|方向|[，。？?]|$) 第{_NUMERAL}{{1,2}}点
""")
"""Words that point to what was said before."""
ANOTHER = any_of("上一?个 另一个")
