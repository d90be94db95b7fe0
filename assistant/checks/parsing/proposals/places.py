"""Countries and regions that foreign partners come from, as their names or the remarks beside them tell."""

import re
from functools import lru_cache

from assistant.checks.parsing.organisations import lies_in_mainland

MAINLAND = "中国"
REGIONS = ("香港", "澳门", "台湾")
ORGANISATION = "国际组织"

_ASIA = (
    "日本 韩国 新加坡 以色列 印度 印度尼西亚 马来西亚 泰国 越南 菲律宾 巴基斯坦 "
    "孟加拉国 斯里兰卡 尼泊尔 缅甸 老挝 柬埔寨 蒙古 哈萨克斯坦 乌兹别克斯坦 "
    "吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 沙特阿拉伯 沙特 阿联酋 卡塔尔 科威特 阿曼 巴林 "
    "伊朗 伊拉克 约旦 黎巴嫩 土耳其 格鲁吉亚 亚美尼亚 阿塞拜疆 文莱 马尔代夫 也门 "
    "叙利亚 朝鲜 东帝汶"
)
_EUROPE = (
    "英国 德国 法国 意大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 奥地利 瑞典 挪威 "
    "丹麦 芬兰 冰岛 爱尔兰 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 希腊 克罗地亚 "
    "斯洛文尼亚 塞尔维亚 俄罗斯 乌克兰 白俄罗斯 立陶宛 拉脱维亚 爱沙尼亚 马耳他 "
    "塞浦路斯 阿尔巴尼亚 北马其顿 摩尔多瓦 黑山 摩纳哥 列支敦士登 英格兰 苏格兰 威尔士 "
    "北爱尔兰"
)
_AMERICA = (
    "美国 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 古巴 乌拉圭 厄瓜多尔 委内瑞拉 "
    "玻利维亚 巴拉圭 哥斯达黎加 巴拿马 危地马拉 牙买加 多米尼加"
)
_AFRICA = (
    "南非 埃及 尼日利亚 肯尼亚 埃塞俄比亚 摩洛哥 阿尔及利亚 突尼斯 坦桑尼亚 加纳 "
    "赞比亚 乌干达 卢旺达 安哥拉 津巴布韦 莫桑比克 塞内加尔 喀麦隆"
)
_OCEANIA = "澳大利亚 新西兰 斐济 巴布亚新几内亚"
_CONTINENTS = {"亚洲": _ASIA, "欧洲": _EUROPE, "美洲": _AMERICA, "非洲": _AFRICA, "大洋洲": _OCEANIA}
CONTINENTS = {country: name for name, listed in _CONTINENTS.items() for country in listed.split()} | dict.fromkeys(
    REGIONS, "亚洲"
)
"""Country or region to continent."""
_NO_COUNTRY = re.compile(r"印度洋|日本海|巴西利亚|蒙古(?=族|包|文)|内蒙古")
_SAME = {"沙特": "沙特阿拉伯", "英格兰": "英国", "苏格兰": "英国", "威尔士": "英国", "北爱尔兰": "英国"}
_HINTS = {
    "美国": "麻省理工 哈佛 斯坦福 加州 加利福尼亚 普林斯顿 耶鲁 康奈尔 哥伦比亚大学 芝加哥 密歇根 "
    "伊利诺伊 得克萨斯 德克萨斯 佐治亚 普渡 杜克 "
    "宾夕法尼亚 华盛顿大学 威斯康星 明尼苏达 马里兰 俄亥俄 约翰斯·霍普金斯 约翰霍普金斯 卡内基 "
    "阿贡 橡树岭 劳伦斯 西北大学(美) 佛罗里达 梅奥 "
    "USA U.S. MIT NREL NIST NASA Stanford Harvard California Michigan Illinois Texas Princeton "
    "Yale Purdue Argonne Berkeley",
    "英国": "剑桥 牛津 伦敦 帝国理工 曼彻斯特 爱丁堡 格拉斯哥 伯明翰 利兹 谢菲尔德 南安普顿 诺丁汉 "
    "布里斯托 卡迪夫 华威 克兰菲尔德 贝尔法斯特 "
    "UK Oxford Cambridge London Manchester Edinburgh Birmingham Leeds Sheffield Southampton "
    "Nottingham Cranfield Glasgow",
    "德国": "慕尼黑 柏林 亚琛 卡尔斯鲁厄 斯图加特 弗劳恩霍夫 马普 马克斯·普朗克 马克斯普朗克 亥姆霍兹 "
    "于利希 德累斯顿 海德堡 达姆施塔特 汉诺威 "
    "不来梅 汉堡 法兰克福 莱布尼茨 不伦瑞克 "
    "Germany Munich München Berlin Aachen Karlsruhe Fraunhofer Helmholtz Jülich Dresden Stuttgart Max-Planck GmbH",
    "法国": "巴黎 里昂 格勒诺布尔 图卢兹 蒙彼利埃 索邦 巴斯德 France CNRS Paris Grenoble Lyon Toulouse "
    "Sorbonne INRIA CEA",
    "日本": "东京 京都大学 大阪 名古屋 北海道大学 九州大学 筑波 早稻田 庆应 横滨 广岛 理化学研究所 Japan "
    "Tokyo Kyoto Osaka Nagoya Tsukuba RIKEN AIST",
    "韩国": "首尔 浦项 延世 成均馆 汉阳大学 釜山 Korea Seoul KAIST POSTECH Yonsei",
    "荷兰": "代尔夫特 瓦赫宁根 瓦格宁根 埃因霍温 阿姆斯特丹 乌得勒支 莱顿 特文特 格罗宁根 "
    "Netherlands Delft Wageningen Eindhoven Utrecht Leiden",
    "瑞士": "苏黎世 洛桑 日内瓦 巴塞尔 保罗谢勒 伯尔尼 Switzerland ETH EPFL Zurich Zürich Lausanne",
    "瑞典": "斯德哥尔摩 查尔姆斯 隆德 乌普萨拉 哥德堡 卡罗林斯卡 林雪平 Sweden KTH Chalmers Lund Uppsala Karolinska",
    "挪威": "奥斯陆 特隆赫姆 卑尔根 Norway NTNU SINTEF Oslo Bergen",
    "丹麦": "哥本哈根 奥胡斯 奥尔堡 Denmark DTU Aarhus Aalborg Copenhagen",
    "芬兰": "赫尔辛基 阿尔托 坦佩雷 奥卢 Finland VTT Aalto Helsinki",
    "意大利": "米兰 都灵 罗马 博洛尼亚 帕多瓦 比萨 那不勒斯 佛罗伦萨 Italy Milano Torino Politecnico Bologna Padova",
    "西班牙": "马德里 巴塞罗那 瓦伦西亚 加泰罗尼亚 Spain Madrid Barcelona Valencia CSIC",
    "葡萄牙": "里斯本 波尔图 Portugal Lisbon Porto",
    "比利时": "鲁汶 根特 布鲁塞尔 列日 Belgium Leuven Ghent",
    "奥地利": "维也纳 格拉茨 萨尔茨堡 因斯布鲁克 Austria Vienna Graz",
    "俄罗斯": "莫斯科 圣彼得堡 新西伯利亚 托木斯克 喀山 Russia Moscow Tomsk",
    "加拿大": "多伦多 滑铁卢 麦吉尔 不列颠哥伦比亚 阿尔伯塔 蒙特利尔 渥太华 麦克马斯特 女王大学 卡尔加里 "
    "Canada Toronto Waterloo McGill Alberta UBC Calgary",
    "澳大利亚": "悉尼 墨尔本 昆士兰 莫纳什 新南威尔士 阿德莱德 西澳 迪肯 Australia CSIRO Sydney Melbourne "
    "Queensland Monash UNSW",
    "新西兰": "奥克兰 坎特伯雷 Zealand Auckland",
    "新加坡": "南洋理工 Singapore NTU NUS A*STAR",
    "以色列": "特拉维夫 魏茨曼 希伯来 本·古里安 本古里安 Israel Technion Weizmann",
    "印度": "新德里 孟买 班加罗尔 India Bombay IISc",
    "巴西": "圣保罗 里约 Brazil",
    "南非": "开普敦 约翰内斯堡 比勒陀利亚 Africa",
    "泰国": "曼谷 朱拉隆功 玛希隆 Thailand Bangkok",
    "马来西亚": "马来亚大学 吉隆坡 Malaysia",
    "爱尔兰": "都柏林 Ireland Dublin",
    "希腊": "雅典 Greece Athens",
    "波兰": "华沙 克拉科夫 Poland Warsaw",
    "捷克": "布拉格 Czech Prague",
    "匈牙利": "布达佩斯 Hungary Budapest",
    "土耳其": "伊斯坦布尔 安卡拉 Turkey Istanbul",
    "沙特阿拉伯": "阿卜杜拉国王 利雅得 KAUST Saudi",
    "埃及": "开罗 Egypt Cairo",
    "香港": "Hong_Kong HKUST HKU",
    "澳门": "Macau Macao",
    "台湾": "台北 新竹 台南 高雄 成功大学 Taiwan Taipei",
}
"""Cities, regions and well-known bodies by which a name without a country tells it."""
_INTERNATIONAL = re.compile(
    r"国际(?:能源署|可再生能源署|原子能机构|海事组织|标准化组织|电工委员会|电信联盟|水稻研究所|"
    r"组织)|世界(?:卫生组织|气象组织|银行|自然基金会)|"
    r"联合国\S{2,12}(?:组织|署|计划|机构|委员会)|亚洲开发银行|欧盟委员会|欧洲(?:核子研究中心|空间局|航天局)"
)
_CHINESE = re.compile(
    r"^(?:中国|中华)|[(](?:中国|北京|上海|天津|重庆|深圳|广州|苏州|南京|杭州|武汉|成都|西安|无锡|大连|青岛)[)]"
)

_JOINT = re.compile(r"西交利物浦|香港\S{2,6}大学\((?:深圳|广州|佛山|东莞|珠海)\)|(?:联合国际|中外合作)学院")
"""Universities on the mainland with a partner's name in theirs."""

_CHINA = re.compile(r"(?<![A-Za-z])(?:China|P\.?\s?R\.?\s?C\.?)(?![A-Za-z])(?<!Hong Kong, China)")


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, CONTINENTS), key=len, reverse=True)))


@lru_cache(maxsize=1)
def _hints() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for all hints, and what each of them stands for."""
    countries = {word.replace("_", " "): country for country, listed in _HINTS.items() for word in listed.split()}
    words = sorted(countries, key=len, reverse=True)
    han = "|".join(re.escape(word) for word in words if not word[0].isascii())
    latin = "|".join(re.escape(word) for word in words if word[0].isascii())
    return re.compile(rf"{han}|(?<![A-Za-z])(?:{latin})(?![A-Za-z])"), countries


def find_country(name: str, note: str = "") -> str | None:
    """Return the country or region of a body; 中国 for the mainland, 国际组织 for one of several states, None unknown.

    Args:
        name: the body's name, full-width forms folded.
        note: remarks beside it, in which a country is named plainly.
    """
    if noted := list_countries(note):
        return noted[0]
    if lies_in_mainland(name) or lies_in_mainland(note) or _JOINT.search(name) or _CHINA.search(f"{name} {note}"):
        return MAINLAND
    if _INTERNATIONAL.search(name):
        return ORGANISATION
    if named := list_countries(name):
        return named[0]
    if _CHINESE.search(name) or re.fullmatch(r"中国(?:大陆|内地)?|国内|中方", note.strip()):
        return MAINLAND
    pattern, countries = _hints()
    hint = pattern.search(name) or pattern.search(note)
    return countries[hint.group()] if hint else None


def list_countries(text: str) -> list[str]:
    """Return the countries and regions that a text names plainly, each once, in order."""
    found = (match.group() for match in _names().finditer(_without_seas(text)))
    return list(dict.fromkeys(_SAME.get(name, name) for name in found))


def _without_seas(text: str) -> str:
    """印度洋, 日本海 and 内蒙古 are no countries; 中国台湾 is 台湾."""
    return _NO_COUNTRY.sub("", text.replace("中国台湾", "台湾"))
