"""Fit the chat's two linear models: what a turn is about (`letters`), and which verb it wants (`turns`).

Run from the project's root: `PYTHONPATH=evals .venv/bin/python evals/calibration/fit_routing.py [--write]`. Prints
cross-validated figures. Data: the turns of `turns.txt`, each several times with other subjects in its slots, among
greetings and small errors. All that come of one line are in one fold. Subjects come from the problems that no direction
covers and from search terms, questions about rules from `asks.yaml`; what is drawn from is left out of the register
that the features are measured with, since nobody's subject stands in the corpus. No case of an evaluation is read.
"""

import dataclasses
import json
import random
import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix

from assistant.domain.catalogue import Catalogue
from assistant.library.programmes import load_catalogue
from assistant.routing.fitted.letters import AFTER, BEGIN, FRAME, INSIDE, Span, find_spans, letter_features
from assistant.routing.fitted.turns import Turn, turn_features
from assistant.routing.fitted.weights import UNIT, Linear
from assistant.routing.forms import Reader
from assistant.routing.register import Register

HERE = Path(__file__).parent
FITTED = HERE.parent.parent / "assistant" / "routing" / "fitted"
FOLDS = 4
STEPS = 100
LONG = 40
NEAR = 6
COPIES = 9
PLAIN_COPIES = 4
STRENGTH = {"letters": 0.3, "turns": 0.3}
LEAST = 0.05
"""Weights below it are not stored."""
RARE = 3
"""Features of fewer lines are left out."""
_SLOT = re.compile(r"\{(\w)\}|\[\[(.+?)\]\]")
_GREETINGS = (
    "您好，", "你好，", "老师您好，", "老师好！", "请问", "请问一下，", "麻烦问一下，", "不好意思打扰了，", "急，", "在吗，",
    "你好你好，", "hi，", "那个，", "嗯，", "那", "好的，", "对了，", "专家您好：", "各位老师好，", "问津你好，", "喂，", "我想问，",
    "劳驾，", "打扰一下，", "想请您帮个忙，", "有个事想麻烦你，", "hello，", "Excuse me, ",
)
_CLOSINGS = (
    "，谢谢", "，谢谢！", "，多谢", "，麻烦了", "，感谢！", "，急", "，在线等", "。辛苦了", "，拜托", "呀", "哈", "呢", "啊", "，thanks",
    "，挺着急的", "，不胜感激", "，谢谢老师", "。先谢过", "，麻烦您了", "，求助", "！", "。", "？", "，好吗", "，行吗",
)
_BACKGROUNDS = (
    "我是第一次报，", "我们是一家民营企业，", "我是在读博士，", "我在高校工作，", "我们学会正在组织征集。", "我刚入职，不太懂。",
    "明天就要交了，", "我们单位以前没报过。", "我是医院的，", "本人是省科协工作人员。", "去年我们报过一次没中，",
    "我看了半天指南，眼睛都花了。", "我们开会讨论了好几轮，", "学院催得紧，", "我替领导问的，", "科研处让我来问，",
    "刚才没说清楚，", "我换个问题，", "先不说这个，", "时间有点紧，", "我年纪大了打字慢，", "我对这个不熟，", "我是做科研管理的，",
)
_TYPOS = (
    ("题目", "提目"), ("方向", "方像"), ("指南", "指男"), ("检查", "捡查"), ("匹配", "匹配配"), ("改成", "改程"), ("问句", "文句"),
    ("专项", "专向"), ("往年", "往念"), ("的", "得"), ("帮我", "帮忙我"), ("看看", "看看看"), ("申报", "申抱"), ("历年", "历念"),
    ("草稿", "草搞"), ("请", "情"), ("哪个", "那个"), ("适合", "试合"), ("标题", "标提"), ("发布", "发步"), ("重复", "重覆"),
    ("查重", "察重"), ("一下", "以下"), ("什么", "神马"), ("推荐", "推见"), ("，", " "), ("，", ""), ("？", ""), ("怎么", "咋"),
    ("？", "?"), ("，", ","), ("：", ":"), ("“", "\""), ("”", "\""),
)
_NARRATIVES = (
    "{s}一直没有好的办法，现有的设备又贵又慢，一线人员只能凭经验。我们想找到一种能在现场用的手段。",
    "我们在实际工作中发现，{s}的时候经常出问题，原因至今说不清楚。国外有几家在做，但数据不公开。",
    "近年来，{s}受到广泛关注，但是机理仍不清楚，缺乏系统的观测数据，也没有统一的评价标准。",
    "{s}。目前的做法是人工处理，效率低、误差大，而且人手越来越难招。",
    "为什么会这样没有人能解释。{s}这方面，文献里的结论互相矛盾，我们做了几次试验，重复不出来。",
    "{s}是行业里的老大难问题。成本居高不下，关键部件依赖进口，一旦断供就要停产。",
    "随着规模扩大，{s}的问题越来越突出。现有模型只适用于理想条件，实际工况下误差超过30%。拟通过试验和数值模拟结合，弄清主要影响因素。",
    "患者越来越多，{s}却没有早期判断的指标，等确诊往往已经晚了。",
    "到了冬天，{s}就特别麻烦，设备三天两头坏，维修费一年好几百万，换了几家的产品都不行。",
    "拟解决的关键科学问题：{s}。研究内容包括：（1）影响因素；（2）作用机制；（3）调控方法。",
    "{s}，{t}。这两方面怎么结合起来，现在还没有人系统研究过。",
    "农民反映{s}，施了药也不管用，产量一年比一年低。",
    "{s}很多年了，我们试过三四种办法，前两种太贵，后两种用上几个月就失效，最后还得靠人去盯。想做的是一套能自动判断、提前报警的系统。",
    "夏天和冬天的差别非常大，{s}。每年都有因此停工的，损失少则几十万，多则上千万，但大家都说不出到底是哪一步先坏的。",
    "国外同行三年前就实现了{s}，国内还停留在实验室阶段。主要差距在材料和工艺上，设备也买不到。能不能走一条不一样的路线？",
    "{s}，各地做法不一，数据互不相通，出了事以后追不到源头。我们希望建一套统一的标准和平台，先在两三个城市试点。",
    "老人和孩子最容易受影响。{s}，社区医院查不出来，到了大医院又晚了。我们打算跟踪一千个人，看看哪些指标能提前发现。",
    "{s}到底由什么决定？已有的假说有三种，互相矛盾。我们手里有十年的连续观测资料，想从里面找答案。",
    "现场反映最多的是{s}。检修人员每个月要停机两次，换下来的零件裂的裂、锈的锈，厂家也说不清是设计问题还是用法问题。",
    "针对{s}，拟研究：1.多因素耦合作用下的演化规律；2.关键参数的原位测量方法；3.面向工程的调控技术。预期形成一套装置并示范。",
    "我国每年产生大量这类废物，{s}的利用率不到一成，其余只能堆着。堆久了污染地下水，老百姓意见很大。",
    "算法在公开数据上很好，一到实际场景，{s}就不行了，光线一变、遮挡一多就漏检，误报也多得没人愿意看。",
    "{s}，产量低、成本高，离了进口的原料就做不出来。我们已经有小试结果，想放大到中试，但是传质传热全变了。",
    "背景：{s}的需求每年增长两成。现状：关键设备依赖进口，维护周期长。难点：精度和速度难以兼顾。",
    "以前靠老师傅听声音看颜色，现在人老了没人接班，{s}这门手艺就快断了，想用传感器和模型把它传下来。",
    "在高海拔、强辐射、大温差的条件下，{s}的性能衰减得特别快，比平原上快两三倍，机理没有人系统研究过。",
)
_TOPICS = """
石墨烯 氢能 碳中和 量子计算 核聚变 脑机接口 大飞机 芯片 光刻机 高铁 疫苗 阿尔茨海默病 肿瘤免疫 糖尿病 干细胞 基因编辑 水稻育种 盐碱地
种业 土壤修复 湿地 黑土地 青藏高原 冰川 地震预报 台风 暴雨 深海采矿 深地探测 页岩气 可燃冰 煤矿安全 稀土 锂电池 钠电池 固态电池 光伏
风电 储能 智能电网 特高压 自动驾驶 车联网 6G 卫星互联网 北斗 航天发动机 空间站 火星探测 月球 引力波 暗能量 黑洞 中微子 宇宙起源 生命起源
人工智能 大模型 类脑智能 机器人 3D打印 工业软件 操作系统 网络安全 区块链 数据要素 隐私计算 元宇宙 城市内涝 垃圾处理 污水 新污染物
雾霾 臭氧 生物多样性 外来物种 草原退化 荒漠化 渔业 海水养殖 动物疫病 非洲猪瘟 食品安全 中药 针灸 老龄化 儿童近视 抑郁症 耐药菌
罕见病 手术机器人 医学影像 合成生物 纳米材料 超导 高温合金 碳纤维 水泥 钢铁 隧道 桥梁 大坝 港口 船舶 无人机 低空经济 遥感 数学猜想
湍流 催化 蛋白质结构 光合作用 水下机器人 钙钛矿 液态金属 冷链物流 古建筑保护 考古 灾害预警 森林防火 核废料 天然气水合物 传感器
""".split()  # fmt: skip
_SUFFIXES = ("研究", "关键技术研究", "机理研究", "技术与装备", "的关键技术及应用", "方法研究", "机制与调控", "体系构建")
_ENGLISH = (
    "high-temperature superconductors", "urban flooding", "brain-computer interfaces", "soil carbon", "gene therapy",
    "quantum communication", "wheat breeding for drought tolerance", "corrosion of offshore wind turbines", "solid-state batteries",
    "early detection of pancreatic cancer", "autonomous ships", "permafrost thaw", "deep sea mining", "antibiotic resistance",
    "fatigue life prediction of welded bridges", "wildfire smoke and asthma", "protein folding in living cells",
    "noise reduction in ducted fans", "how plants sense gravity", "recycling of composite blades",
)  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """One turn with what it is about and the verb it wants."""

    line: int
    text: str
    spans: tuple[Span, ...]
    verb: str
    before: str
    files: bool


@dataclass
class Pools:
    """What the slots are filled from."""

    catalogue: Catalogue
    dice: random.Random

    @cached_property
    def outside(self) -> list[str]:
        """Return the problems that no direction covers."""
        own = [text for programme in self.catalogue.programmes for text in programme.outside]
        return sorted({*self.catalogue.outside, *own})

    @cached_property
    def named(self) -> list[str]:
        """Return those that are no question."""
        return [text.rstrip("。") for text in self.outside if not re.search("[？?]", text) and not text.isascii()]

    @cached_property
    def asked(self) -> list[str]:
        """Return those that are one, and released ones."""
        released = [one.title for one in self.catalogue.released]
        return [text for text in (*self.outside, *released) if re.search("[？?]$", text)]

    @cached_property
    def english(self) -> list[str]:
        """Return English phrases."""
        return [*(text for text in self.outside if text.isascii()), *_ENGLISH * 5]

    @cached_property
    def terms(self) -> list[str]:
        """Return search terms of directions, and topics."""
        expansions = (one for programme in self.catalogue.programmes for one in programme.expansions.values())
        return [term for one in expansions for term in one.terms if not term.isascii()]

    @cached_property
    def told(self) -> list[str]:
        """Return sentences of the directions, in order."""
        sections = (
            section.text for programme in self.catalogue.programmes for own in programme.directions for section in own.sections
        )
        return [found[0] for text in sections for found in re.finditer("[^。；]{12,90}。", text)]

    def fill(self, slot: str, rules: Sequence[str]) -> str:
        """Return something for a slot."""
        pick = self.dice.choice
        match slot:
            case "s":
                return pick([pick(self.named), pick(self.named), pick(self.terms), pick(_TOPICS)])
            case "t":
                title = pick(self.named)
                return title if self.dice.random() < 0.6 or title.endswith("研究") else title + pick(_SUFFIXES)
            case "q":
                return pick(self.asked)
            case "k":
                return pick([pick(_TOPICS), pick(self.terms), pick([one for one in self.named if len(one) < 10])])
            case "e":
                return pick(self.english)
            case "p":
                told = pick(_NARRATIVES)
                return told.replace("{s}", pick(self.named)).replace("{t}", pick(self.named))
            case "n":
                start = self.dice.randrange(max(1, len(self.told) - 3))
                return "".join(self.told[start : start + self.dice.randint(2, 3)])
            case "a":
                return pick(rules)
            case _:
                return "草稿.docx"


def main() -> None:
    """Fit, judge by cross-validation, and with --write store."""
    catalogue = load_catalogue()
    dice = random.Random(7)
    reader, rules = without_some(catalogue, dice)
    samples = list(draw(Pools(catalogue, dice), rules))
    lines = np.array([one.line for one in samples])
    print(len(samples), "turns of", len(set(lines)), "lines")
    folds = np.array([random.Random(int(line)).randrange(FOLDS) for line in lines])
    letters = letters_of(samples, reader)
    found: list[tuple[Span, ...]] = [()] * len(samples)
    right = Counter[str]()
    for fold in range(FOLDS):
        model = letters.fit(folds[letters.owners] != fold)
        for place in np.flatnonzero(folds == fold):
            own = samples[place]
            found[place] = find_spans(own.text, reader.register, model)
            same = texts(own.text, found[place]) == texts(own.text, own.spans)
            right.update({"n": 1, "same": same, f"n {own.verb}": 1, f"same {own.verb}": same})
            if "--wrong" in sys.argv and not same:
                print("SPAN", own.verb, texts(own.text, own.spans), texts(own.text, found[place]), own.text[:90])
    for verb in ("", *sorted({f" {one.verb}" for one in samples})):
        print(f"subjects as written{verb}: {right['same' + verb] / right['n' + verb]:.3f} of {right['n' + verb]}")
    turns = Rows("turns", np.arange(len(samples)), lines)
    for one, spans in zip(samples, found, strict=True):
        turns.add(turn_features(Turn(text=one.text, spans=spans, before=one.before, files=one.files), reader), one.verb)
    guessed = np.empty(len(samples), dtype=object)
    for fold in range(FOLDS):
        guessed[folds == fold] = turns.guess(folds != fold, folds == fold)
    verbs = [one.verb for one in samples]
    names = sorted(set(verbs))
    print(f"verbs: {np.mean(guessed == np.array(verbs)):.3f}", names)
    print(confusion_matrix(verbs, list(guessed), labels=names))
    if "--wrong" in sys.argv:
        for one, verb in zip(samples, guessed, strict=True):
            if one.verb != verb:
                print(one.before, ">", one.verb, "as", verb, one.text[:70])
    if "--write" in sys.argv:
        store("letters", letters.fit(np.ones(len(letters.labels), dtype=bool)))
        store("turns", turns.fit(np.ones(len(samples), dtype=bool)))


class Rows:
    """Features and labels of many examples, a number a feature."""

    def __init__(self, name: str, owners: NDArray[np.int64], lines: NDArray[np.int64]) -> None:
        """Begin with none.

        Args:
            name: the model's.
            owners: for each example the turn that it is of.
            lines: for each turn the line that it comes of.
        """
        self.name, self.owners, self.lines = name, owners, lines
        self.numbers: dict[str, int] = {}
        self.columns = array("i")
        self.ends = array("q", [0])
        self.labels: list[str] = []

    def add(self, features: Iterable[str], label: str) -> None:
        """Add one example."""
        self.columns.extend({self.numbers.setdefault(one, len(self.numbers)) for one in features})
        self.ends.append(len(self.columns))
        self.labels.append(label)

    @cached_property
    def matrix(self) -> tuple[csr_matrix, list[str]]:
        """Return the examples as rows, with the names of the columns, rare ones left out."""
        columns = np.frombuffer(self.columns, dtype=np.int32)
        whole = csr_matrix(
            (np.ones(len(columns), dtype=np.float32), columns, np.frombuffer(self.ends, dtype=np.int64)),
            shape=(len(self.labels), len(self.numbers)),
        )
        lines = self.lines[self.owners]
        pairs = np.unique(np.repeat(lines, np.diff(whole.indptr)).astype(np.int64) * len(self.numbers) + columns)
        common = np.flatnonzero(np.bincount(pairs % len(self.numbers), minlength=len(self.numbers)) >= RARE)
        names = list(self.numbers)
        return whole[:, common].tocsr(), [names[one] for one in common]

    def fit(self, chosen: NDArray[np.bool_]) -> Linear:
        """Return the model of the chosen examples."""
        model, (_, names) = self._fitted(chosen), self.matrix
        weights = {one: model.coef_[:, place] for place, one in enumerate(names)}
        weights = {one: weight for one, weight in weights.items() if np.abs(weight).max() >= LEAST}
        return Linear(tuple(model.classes_), {"": model.intercept_, **weights})

    def guess(self, chosen: NDArray[np.bool_], others: NDArray[np.bool_]) -> NDArray[np.str_]:
        """Return the labels that others get from a model of the chosen."""
        return self._fitted(chosen).predict(self.matrix[0][others])

    def _fitted(self, chosen: NDArray[np.bool_]) -> LogisticRegression:
        rows, labels = self.matrix[0][chosen], np.array(self.labels)[chosen]
        return LogisticRegression(C=STRENGTH[self.name], max_iter=STEPS, tol=1e-3).fit(rows, labels)


def letters_of(samples: Sequence[Sample], reader: Reader) -> Rows:
    """Return the letters of all turns; of long ones every third."""
    places = [(number, one) for number, one in enumerate(samples)]
    owners = [number for number, one in places for place in range(len(one.text)) if _is_kept(one, place)]
    rows = Rows("letters", np.array(owners), np.array([one.line for one in samples]))
    for _, one in places:
        for place, features in enumerate(letter_features(one.text, reader.register)):
            if _is_kept(one, place):
                rows.add(features, label_of(place, one.spans))
    return rows


def _is_kept(sample: Sample, place: int) -> bool:
    near = any(abs(place - end) <= NEAR for span in sample.spans for end in (span.start, span.end))
    return len(sample.text) <= LONG or near or place % 5 == 0


def texts(text: str, spans: Sequence[Span]) -> list[str]:
    """Return what the spans hold, marks at the ends left out."""
    return [span.of(text).strip(" ，。,.：:；;“”\"《》？?！!") for span in spans]


def without_some(catalogue: Catalogue, dice: random.Random) -> tuple[Reader, list[str]]:
    """Return a reader that has not seen half of the questions about rules, and these."""
    withheld: list[str] = []

    def halve(one: object) -> object:
        asks = list(one.asks)
        dice.shuffle(asks)
        withheld.extend(asks[: len(asks) // 2])
        return one.model_copy(update={"asks": tuple(asks[len(asks) // 2 :])}) if hasattr(one, "model_copy") else dataclasses.replace(one, asks=tuple(asks[len(asks) // 2 :]))

    programmes = tuple(
        dataclasses.replace(own, asked=tuple(map(halve, own.asked)), silences=tuple(map(halve, own.silences)))
        for own in catalogue.programmes
    )
    reduced = dataclasses.replace(catalogue, programmes=programmes)
    return Reader(register=Register(reduced), programmes=tuple(one.info for one in programmes)), withheld


def draw(pools: Pools, rules: Sequence[str]) -> Iterator[Sample]:
    """Yield each line several times, filled and framed."""
    verb = before = ""
    files = False
    for number, line in enumerate((HERE / "turns.txt").read_text("utf-8").splitlines()):
        if heading := re.fullmatch(r"\[(?:(\w+) > )?(\w+)( \+file)?\]", line):
            before, verb, files = heading[1] or "", heading[2], bool(heading[3])
        elif line and not line.startswith("#"):
            for copy in range(COPIES if _SLOT.search(line) else PLAIN_COPIES):
                yield Sample(number, *compose(line, pools, rules, plain=not copy), verb, before, files)


def compose(line: str, pools: Pools, rules: Sequence[str], *, plain: bool) -> tuple[str, tuple[Span, ...]]:
    """Return a turn and what it is about; a plain one has no more than the line says."""
    dice, parts, spans = pools.dice, list[str](), list[Span]()
    pieces = _SLOT.split(line)
    alone = _SLOT.fullmatch(line) is not None
    framed = not plain and not (alone and dice.random() < 0.6)
    if framed and dice.random() < 0.3:
        parts.append(dice.choice(_GREETINGS))
    if framed and dice.random() < 0.15:
        parts.append(dice.choice(_BACKGROUNDS))
    for place in range(0, len(pieces), 3):
        words = pieces[place]
        parts.append(words if plain else misspell(words, dice))
        if place + 2 < len(pieces):
            slot, written = pieces[place + 1], pieces[place + 2]
            filled = written or pools.fill(slot, rules)
            if slot == "a":
                parts.append(filled)
                continue
            start = sum(map(len, parts))
            parts.append(filled)
            spans.append(Span(start, start + len(filled)))
    if framed and dice.random() < 0.25:
        parts.append(dice.choice(_CLOSINGS))
    return "".join(parts), tuple(spans)


def misspell(words: str, dice: random.Random) -> str:
    """Return words with an error now and then, or without their marks, as when spoken."""
    if dice.random() < 0.08:
        return re.sub("[，。？：、]", "", words)
    if dice.random() < 0.15:
        wrong = [pair for pair in _TYPOS if pair[0] in words]
        return words.replace(*dice.choice(wrong), 1) if wrong else words
    return words


def label_of(place: int, spans: Sequence[Span]) -> str:
    """Return the label of a letter."""
    if any(span.start == place for span in spans):
        return BEGIN
    if any(span.start < place < span.end for span in spans):
        return INSIDE
    return AFTER if any(span.end == place for span in spans) else FRAME


def store(name: str, model: Linear) -> None:
    """Write a model."""
    rows = {one: [round(float(each) * UNIT) for each in model.weights[one]] for one in sorted(model.weights)}
    text = ",\n".join(f"{json.dumps(one, ensure_ascii=False)}: {json.dumps(row)}" for one, row in rows.items())
    classes = json.dumps(model.classes)
    (FITTED / f"{name}.json").write_text(f'{{"classes": {classes}, "weights": {{\n{text}\n}}}}\n', "utf-8")
    print(name, len(rows), "features")


if __name__ == "__main__":
    main()
