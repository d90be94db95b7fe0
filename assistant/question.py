"""Whether a Chinese title asks a question, judged by grammar and not by the question mark.

A title asks when an interrogative word works in its main clause. It does not where the word is part of a noun
(几何, 任何), stands inside a relative clause (关于如何…的研究), below a verb of knowing (阐明…如何…), in a concession
(无论如何), or in the subject of a statement (如何…是…的关键).
"""

import re
import unicodedata
from dataclasses import dataclass

_CLASSIFIER = "个种类次年层代步条项级维倍天月成对大点方重分段类族型批轮处"
_WORDS = re.compile(
    "|".join(
        (
            r"(?<![无不])(?<!无论)(?<!不论)(?<!不管)(?:究竟|到底)?如何",
            r"怎么?样|怎么|怎能|怎可|怎会|咋(?!舌)",
            r"(?<!十万个)为什么|(?<![没])什么|(?:为|干|做|有|是|叫|用|凭)啥|啥(?:样|时)",
            r"为何|因何|缘何|何以|从何|何去何从|何在(?=$|[？?，；])",
            r"^多(?:大|长|高|远|久|深|快|强|厚|宽|重|少)的",
            r"(?<![许很太更最较诸众几])多(?:大|长|高|远|久|深|快|强|厚|宽|低|小)(?:的(?=[\u4e00-\u9fff])|程度|范围|尺度)",
            r"何[种时处地类者故因等]|何为(?!贵)",
            r"(?:[有起受是与由自以于具向]|遵循|存在|基于)何(?![首氏况必须])(?=[\u4e00-\u9fff])",
            r"(?<![不没])多久(?!以来|以前|前|之前|远)",
            r"[打从去上往在]哪(?=$|[来去了找寻，？?])|哪(?=[来去](?:的|了|$))",
            r"可有(?:办法|可能|对策|良策)",
            r"(?:维持|提前|坚持|延长|保持|缩短|相差|推迟|存活|使用)几(?=[年天月日小代倍次])",
            r"哪(?:些|个|种|类|里|儿|一|几|项|条|家|方|级|年|天|步|里)|谁(?=[\u4e00-\u9fff])",
            r"(?<![或多])多少(?!年来|有些)",
            (
                r"(?:有|能|可|达|到|需|要|究竟|承受|支撑|持续|运行|影响|能有|做|变|活|跑|飞|撑|走|钻)多(?:大|长|高|远|久|深|快|强|厚|宽|重|"
                r"低|小|少|早|慢|热|冷|精)(?![尺层链强场量程])"
            ),
            rf"(?:有|需|要|分为|分成|是|存在|能|经历|包含|含|达|第|至少|究竟)几(?=[{_CLASSIFIER}])",
            r"是否|能否|可否|会否|应否|得否",
            (
                r"(?!时不时|动不动)([\u4e00-\u9fff])不\1|可以不可以|有没有|"
                r"有无(?![线机人源损创铅穷限序定轨刷毒公关论数缝铬氟油水菌规接级])"
            ),
            r"(?<!无论)(?<!不论)(?<!不管)是[^，。；？]{1,30}还是",
            r"(?:(?<=[\u4e00-\u9fff]{2})|^)(?<![仍却但也又都])还是(?![会要能可应需很更比较无没不]|存在|一[个种项])(?=.{2})",
            r"[吗呢](?=$|[？?，])|(?<![这那多什怎])么(?=$|[？?])",
        )
    )
)
_CONCESSION = re.compile(r"(?:无论|不论|不管|任凭)[^，。；]*")
_NOUNS_WITH_MARKERS = re.compile(r"任何|几何|几率|几乎|几丁|几近|几经|几许|茶几|何首乌|何氏|奈何|哪怕|哪吒|谁的")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|‘[^’]*’|「[^」]*」|\"[^\"]*\"")

_STUDY = (
    "研究|探讨|探究|探索|思考|分析|综述|初探|讨论|建议|述评|浅析|浅谈|浅议|刍议|展望|研讨|探析|解析|调研|评述|论述|"
    "对策|课题|报告"
)
_STUDY_TAIL = re.compile(
    rf"(?:{_STUDY})(?:(?:与|和|及|、|以及)[\u4e00-\u9fff]{{2,6}})?(?:进展|综述|报告|工作|项目|课题|专题|计划)?$"
)
_TAKES_STUDY = re.compile(
    r"(?:开展|推进|推动|促进|加强|深化|支撑|引导|组织|规划|进行|制约|阻碍|加快|加速|服务|赋能|变革|改变|驱动|"
    r"重塑|指导|支持|"
    r"参与|协同|用于|助力|引领|限制|统筹|完成)[^，；]*$"
)
_METHOD_STUDY = re.compile(
    rf"的[\u4e00-\u9fff]{{0,4}}(?:方法|路径|机理|机制|技术|策略|战略|对策|理论|途径|模式|应用|实验)(?:{_STUDY})$"
)
_THING_TAIL = re.compile(
    r"的(?:[\u4e00-\u9fff]{0,6})?(?P<noun>问题|难题|方法|途径|对策|策略|路径|技术|机理|机制|模型|理论|方案|"
    r"思路|判据|措施|手段|装置|系统|平台)"
    r"(?:[与和及][\u4e00-\u9fff]{2,4})?$"
)
_OWN_INFIX = r"(?:分子|作用|调控|调节|影响|内在|潜在|驱动|响应|形成|演化|微观|物理|化学|生物学|神经|细胞)*"
"""What stands before 机制 without making it the mechanism of the object: 影响酶的催化机制 is one's own object."""
_AND_MECHANISM = re.compile(rf"(?:及|及其|以及|和|与)其?{_OWN_INFIX}(?:机制|机理|规律|原理|途径|对策)(?:研究)?$")
_LEARNS = re.compile(
    r"^(?:有效|准确|深入|全面|系统)?地?(?:揭示|阐明|认识|理解|解析|解释|描述|研究|探索|探明|厘清|明确|刻画|"
    r"表征|获得|预测|发现|建立|阐释|破解|"
    r"掌握|利用|设计|构建|提出|界定|区分|看待|量化|测量|识别)"
)
_TEST_TAIL = re.compile(
    r"(?P<before>[\u4e00-\u9fff]{2})的(?:实验|理论|数值|观测|统计|临床|现场|计算)*"
    r"(?:检验|验证|探测|判定|判断|检测|评估|识别|证明|证据|判别|考察)(?:方法|手段|技术|方案|"
    r"策略)?(?:与[\u4e00-\u9fff]{2,4})?$"
)
_QUALITY = re.compile(
    r"可靠|可行|有效|普适|统一|简单|通用|直接|独立|明确|一致|快速|精确|定量|严格|进行|完成|开展|实现|可用|适用|"
    r"[一-龥]好"
)
_ASSERTS = re.compile(
    r"(?<![智功性效节储机产可])能够?(?![源量力级带谱耗效])[\u4e00-\u9fff]{2}|可以[\u4e00-\u9fff]{2}|可能(?!性|"
    r"[是的])[\u4e00-\u9fff]{2}|"
    r"(?<![学协社大机])会(?![议员展])[\u4e00-\u9fff]{2}"
)
"""A modal predicate: with a question mark alone it asks by its tone (机器能思考？); a noun phrase does not."""
_SOLVES = re.compile(
    r"(?:(?:在|通过|利用|采用|借助|运用|从|以)[^，]{2,24}?|[\u4e00-\u9fff]{0,6}?)(?:解决|破解|攻克|处理|克服|应对|突破|回答|缓解|消除|避免|认识|理解|看待|界定|化解|"
    r"规避|求解|描述|刻画|定义|"
    r"减轻|改善|发现|提出|防止)"
)
_CHANGES = re.compile(
    r"(?:有效|进一步|高效|快速|显著|大幅|持续)?(?:提高|降低|抑制|提升|减少|增强|改善|防止|避免|延长|缩短|加快|"
    r"保证|确保|防治|预防|控制)"
)
_FINDS_OUT = re.compile(
    r"揭示|阐明|认识|理解|解析|调控|利用|发现|建立|突破|明确|厘清|探明|描述|研究|探索|掌握|刻画|破解|重塑|干预|"
    r"靶向|阻断|优化|改变|解释|"
    r"依赖|受|源于|激活|启动|形成|演化出|进化出|获得|构建|设计|开发"
)
_ABOUT = re.compile(r"^[^，；：]{0,12}?(?:关于|有关|论|谈|试论|浅谈|浅析)(?!文)")
_PREPOSITION = re.compile(r"(?:面向|针对|围绕|基于|对于|对|就|涉及|聚焦)$")
_MODAL = re.compile(r"(?<![智功性效节储机产])能(?![源量力级带谱])|可以|会|是|有|需|将|应(?![用力变])|才")
_KNOWING = (
    "阐明|揭示|研究|探索|探究|探明|探讨|明确|查明|分析|理解|认识|回答|解释|说明|弄清|厘清|理清|评估|判断|讨论|介绍|"
    "考察|调查|论述|描述|展示|阐述|阐释|剖析|解析|解答|了解|掌握|解决|思考|摸清|搞清"
)
_UNDER_KNOWING = re.compile(
    rf"(?:^|[，；：]|旨在|拟|将|需要|亟需|亟待|有待|尚需|必须|应当|应该|致力于|试图|希望|用于|为了|重点|深入|"
    rf"系统|进一步|继续|加强)(?:{_KNOWING})"
)
_POINTED_AT = re.compile(
    r"(?:在于|(?:要|需要|亟待|想|试图|旨在)[\u4e00-\u9fff]{2,4}的是|(?:关键|难点|难题|瓶颈|问题|核心|痛点|挑战)(?:就|仍|还|正|主要)?是|"
    r"(?:想|希望|试图)?(?:想知道|说清楚?|讲清楚?|搞明白|弄明白|搞懂|弄懂)[^，]{0,16})$"
)
"""What makes the question behind it the object of a statement: 难点在于如何…, 想知道…是否…."""
_WORKED_ON = re.compile(
    r"(?:开展|进行|展开|组织|实施|部署)[\u4e00-\u9fff]{0,4}(?:攻关|研究|工作|探索|试验|讨论|研讨|合作)?$"
)
_OPEN_STATEMENT = re.compile(
    r"(?:尚|仍|还|均|至今|目前|一直|依然|都)?(?:不清楚|不清|不明确|不明|未知|不得而知|未阐明|未明确|未解决|"
    r"不确定|缺乏研究|有待[\u4e00-\u9fff]+|亟待[\u4e00-\u9fff]+|亟需[\u4e00-\u9fff]+|值得[\u4e00-\u9fff]+)$"
)
_IS_TOPIC = re.compile(
    r"(?:是|成为|已成|成了|乃|属于|构成)[^，]*(?:问题|难题|关键|挑战|课题|瓶颈|方向|热点|核心|难点|重点|焦点|痛点|堵点|"
    r"任务|目标|前提|基础|途径)(?:之一|所在)?$"
)
_SAYS_SO = re.compile(r"(?:判断|证明|确认|确定|识别|使|让|令|将|把|推动|促使|助力|带动)")
_CONTINUES = re.compile(
    r"^(?:这|那|它)?(?:是|成为|已成|仍是|一直是|尚|仍|还|值得|有待|亟待|对于|对[\u4e00-\u9fff]+(?:具有|至关))"
)
_BREAK = re.compile(r"[，,；;。：:！!？?]|——|--|\n")
_SENTENCE = re.compile(r"[；;。！!？?\n]|——|--")
_JOINT = re.compile(r"、|以及|及其|并且|而且|同时|和(?=如何|怎样|为何|是否|能否)|又(?=如何|怎样|为何|是否)")
_ADVERBIAL = re.compile(r"^(?:在|以|从|由|通过|于|经|按|沿)")


@dataclass(frozen=True, slots=True)
class Ask:
    """The interrogative word that makes a title a question."""

    word: str
    clause: str
    """The clause that it stands in."""


def is_question(title: str) -> bool:
    """Say whether the title is in question form; a mark alone makes no question, a missing one unmakes none."""
    return find_ask(title) is not None


def find_ask(title: str) -> Ask | None:
    """Return the first interrogative word that works in a main clause; None where the title does not ask."""
    text = _prepare(title)
    if not re.search(r"[\u4e00-\u9fff]", text):
        return _find_english(text)
    clauses = [clause for clause in _BREAK.split(text) if clause]
    for index, clause in enumerate(clauses):
        word = _find_word(clause)
        if word is None or _is_noun_phrase(clause, word) or _is_stated(clause, word):
            continue
        if index + 1 < len(clauses) and _CONTINUES.match(clauses[index + 1]):
            continue
        if _is_closed_later(clauses[: index + 1], clauses[index + 1 :]):
            continue
        return Ask(word.group(), clause)
    return _find_tone(title, clauses)


def _find_tone(title: str, clauses: list[str]) -> Ask | None:
    """机器能思考？ asks by its mark, since it is a sentence with a predicate; a noun with a mark is none."""
    if not clauses or not title.strip().endswith(("？", "?")) or _find_word(clauses[-1]):
        return None
    predicate = _ASSERTS.search(clauses[-1])
    if predicate is None or not predicate.start() or "的" in clauses[-1][predicate.end() :]:
        return None
    study = _STUDY_TAIL.search(clauses[-1], predicate.end())
    return None if study else Ask(predicate.group(), clauses[-1])


def list_questions(title: str) -> list[str]:
    """Return the separate questions of a title, in order; coordinate objects of one question are not parted."""
    questions: list[str] = []
    for sentence in _SENTENCE.split(_prepare(title)):
        if not is_question(sentence):
            continue
        halves = [half for half in sentence.split("，") if _asks_alone(half, least=2)]
        parts = [part for half in halves for part in _list_coordinate(half)]
        questions.extend(parts if len(parts) > 1 else [sentence])
    return questions


def _list_coordinate(half: str) -> list[str]:
    """Part 如何表征界面、如何调控反应; leave 何时、何地成核 whole."""
    parts = [part for part in _JOINT.split(half) if part and _asks_alone(part, least=4)]
    return parts if len(parts) > 1 else [half]


def _prepare(title: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", title).split()) if re.search(r"[\u4e00-\u9fff]", title) else title
    text = text.strip().rstrip("?!.。！？…~ ")
    if len(text) > 2 and text[0] in '“「《"' and text[-1] in '”」》"':  # noqa: PLR2004 - a pair of marks and a letter
        text = text[1:-1].rstrip("?!.。！？")
    shortened = _QUOTED.sub("某", text)
    return shortened.replace(",", "，").replace(";", "；").replace(":", "：")


def _find_word(clause: str) -> re.Match[str] | None:
    """Return the first interrogative word that is neither part of a noun nor inside a concession."""
    blanked = _CONCESSION.sub(lambda found: "某" * len(found.group()), clause)
    blanked = _NOUNS_WITH_MARKERS.sub(lambda found: "某" * len(found.group()), blanked)
    return _WORDS.search(blanked)


def _is_noun_phrase(clause: str, word: re.Match[str]) -> bool:
    """The clause is a noun with the question inside a modifier: 关于如何…的研究, 如何…的方法研究."""
    before, after = clause[: word.start()], clause[word.end() :]
    if _ABOUT.match(before) and "的" in after:
        return True
    if _PREPOSITION.search(before):
        tail = after.rpartition("的")
        if tail[1] and not _MODAL.search(tail[2]) and len(tail[2]) <= 10:  # noqa: PLR2004 - longest plain noun tail
            return True
    if _METHOD_STUDY.search(after):
        return not re.match(r"[\u4e00-\u9fff]{0,4}?(?:开展|推进|加强|深化|支撑|进行|推动|促进|组织)", after)
    if study := _STUDY_TAIL.search(after):
        return not _TAKES_STUDY.search(after[: study.start()])
    return (
        _adds_mechanism(before, after, word) or _names_test(clause, word) or _heads_relative_clause(before, after, word)
    )


def _adds_mechanism(before: str, after: str, word: re.Match[str]) -> bool:
    """水分如何影响冻胀及其机制 puts a noun beside the question: neither half asks for the whole."""
    if not before or not word.group().endswith(("如何", "怎样", "怎么")):
        return False
    return bool(_AND_MECHANISM.search(after)) and not _LEARNS.match(after)


def _names_test(clause: str, word: re.Match[str]) -> bool:
    """是否存在第五种力的实验检验 is a test of the question, where no adjective makes the test what is asked for."""
    tail = _TEST_TAIL.search(clause, word.end())
    if tail is None or not word.group().startswith(("是否", "有无", "有没有")):
        return False
    governed = clause[word.end() : tail.end("before")]
    return bool(re.match(r"真的|确实|普遍|存在|成立|守恒|相同|一致|适用|正确", governed)) and not _QUALITY.search(
        governed[2:]
    )


def _heads_relative_clause(before: str, after: str, word: re.Match[str]) -> bool:
    """如何提高寿命的方法 is a noun, 如何解决批次差的问题 asks: the verb after the word decides what it governs."""
    head = _THING_TAIL.search(after)
    if head is None or not word.group().endswith(("如何", "怎样", "怎么")):
        return False
    governed, noun = after[: head.start()], head["noun"]
    is_own = re.search(rf"的{_OWN_INFIX}{noun}(?:[与和及][\u4e00-\u9fff]{{2,4}})?$", after)
    if noun in {"机理", "机制"} and not is_own:
        return False
    if noun in {"问题", "难题"}:
        return not _SOLVES.match(governed)
    if len(governed) <= 3:  # noqa: PLR2004 - 如何减振的方案: a verb alone cannot govern the noun
        return not governed.endswith(tuple("新好高大小快优低"))
    if noun in {"方法", "途径", "对策", "措施", "思路", "手段", "策略"}:
        return bool(_CHANGES.match(governed))
    return noun in {"机理", "机制"} and bool(before) and not _FINDS_OUT.search(governed)


def _is_stated(clause: str, word: re.Match[str]) -> bool:
    """The question is the object of a verb of knowing, or the subject of a statement."""
    before, after = clause[: word.start()], clause[word.end() :]
    embedded = word.group().endswith(("如何", "怎样", "怎么", "否", "为什么", "为何"))
    if embedded and (_POINTED_AT.search(before) or (_PREPOSITION.search(before) and _WORKED_ON.search(after))):
        return True
    known = list(_UNDER_KNOWING.finditer(before))
    if known and not re.search(r"(?:的|后|时|中|，)$", before):
        return not before.endswith("的结果")
    if _OPEN_STATEMENT.search(after):
        return True
    topic = _IS_TOPIC.search(after)
    if not topic or topic.start() < 2 or word.group() in {"什么", "为什么", "为何"}:  # noqa: PLR2004 - a verb at least
        return False
    return not _SAYS_SO.search(after[: topic.start()]) and not word.group().startswith(
        ("哪", "何", "是否", "能否", "谁")
    )


def _is_closed_later(upto: list[str], rest: list[str]) -> bool:
    """关于在高温下，如何提高寿命并降低成本，的研究: a noun that spans commas ends as a study."""
    if not rest:
        return False
    whole = "，".join((*upto, *rest))
    return bool(_ABOUT.match(whole)) and bool(_STUDY_TAIL.search(rest[-1]))


def _asks_alone(part: str, least: int) -> bool:
    """Say whether a part of a sentence is a question of its own.

    Args:
        part: characters between two joints.
        least: characters that its predicate must have; a verb without object shares the next one's.
    """
    found = _find_word(part)
    if not found:
        return False
    after, before = part[found.end() :], part[: found.start()]
    if _ADVERBIAL.match(part) and len(after) <= 3:  # noqa: PLR2004 - 在何种条件下, 以何种方式
        return False
    if found.group().endswith(("如何", "怎样", "怎么", "为何", "为什么", "是否", "能否", "可否")):
        return len(after) >= least or len(before) >= least
    return len(before) + len(after) >= max(least, 3)


def _find_english(text: str) -> Ask | None:
    found = re.match(
        r"(?:how|what|why|which|when|where|who|whether|can|could|do|does|did|is|are|will|would|should|may|has|"
        r"have)\b|"
        r"(?:in|to|at|by|under|through|for|on|with)\s+(?:what|which)\b",
        text.strip(),
        re.IGNORECASE,
    )
    return Ask(found.group(), text) if found else None
