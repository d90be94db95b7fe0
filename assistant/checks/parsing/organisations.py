"""Names of organisations: which kind of body a name stands for."""

import re
from typing import Literal

from assistant.patterns import lazily

Kind = Literal[
    "national_society", "society_union", "enterprise_association", "local", "branch", "institution", "foreign",
    "unclear",
]  # fmt: skip
KIND_NAMES: dict[Kind, str] = {
    "national_society": "全国学会",
    "society_union": "学会联合体",
    "enterprise_association": "企业科协",
    "local": "地方学会、地方科协或其他地方组织",
    "branch": "学会的分支机构",
    "institution": "高校、科研机构、企业或其他单位",
    "foreign": "国（境）外组织",
    "unclear": "不能确定的组织",
}
_REGIONS = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|"
    "云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州|杭州|南京|武汉|成都|西安|沈阳|大连|青岛|"
    "济南|宁波|厦门|长春|哈尔滨|长沙|郑州|合肥|福州|南昌|昆明|贵阳|南宁|海口|兰州|西宁|银川|拉萨|乌鲁木齐|太原|"
    "石家庄|"
    "呼和浩特|苏州|无锡|常州|南通|徐州|扬州|镇江|泰州|盐城|淮安|连云港|宿迁|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|"
    "台州|丽水|芜湖|蚌埠|"
    "马鞍山|安庆|黄山|阜阳|六安|泉州|漳州|莆田|三明|龙岩|宁德|赣州|九江|上饶|宜春|烟台|潍坊|淄博|济宁|泰安|"
    "威海|日照|临沂|德州|"
    "聊城|滨州|菏泽|东营|枣庄|洛阳|开封|新乡|安阳|南阳|许昌|信阳|焦作|商丘|襄阳|宜昌|荆州|黄石|十堰|株洲|湘潭|"
    "衡阳|岳阳|常德|"
    "珠海|佛山|东莞|中山|惠州|汕头|江门|湛江|茂名|肇庆|清远|韶关|柳州|桂林|北海|玉林|三亚|绵阳|德阳|宜宾|泸州|"
    "南充|乐山|攀枝花|"
    "自贡|遵义|六盘水|曲靖|玉溪|大理|宝鸡|咸阳|渭南|延安|榆林|汉中|天水|酒泉|张掖|唐山|保定|邯郸|秦皇岛|廊坊|"
    "沧州|承德|张家口|"
    "大同|长治|临汾|运城|包头|鄂尔多斯|赤峰|通辽|鞍山|抚顺|本溪|丹东|锦州|营口|四平|延边|大庆|齐齐哈尔|牡丹江|"
    "佳木斯|银川|石嘴山|"
    "克拉玛依|伊犁|喀什|昌吉|日喀则|格尔木"
)
_LOCAL = lazily(
    rf"^(?:中国)?(?:{_REGIONS})|^[\u4e00-\u9fff]{{1,6}}?(?:省级?|(?<!城)市级?|自治区|自治州|州|县|区|旗)(?!域|"
    rf"场|政|民|长)|^地方|^[省市县](?!场|政|民|长)"
)
_NATIONAL = lazily(r"^(?:中国|中华|全国|国际|国家)")
_SOCIETY = lazily(r"(?:学会|协会|研究会|促进会|联合会|基金会|医师协会)$")
_BRANCH = lazily(
    r"(?:学会|协会|研究会|联合会).*(?:专业委员会|专委会|分会|工作委员会|学组|委员会|编辑部|工作部|秘书处|办公室)$"
)
_UNION = lazily(r"学会联合体$|学会.{0,6}联合体$|联合体$")
_ASSOCIATION = lazily(r"(?:科学技术协会|科协)(?:联合会)?$")
_ENTERPRISE = lazily(
    r"公司|集团|股份|厂|企业|工业|石油|电网|铁路|航天|电信|移动|钢铁|银行|矿业|汽车|建筑总院|科技园|开发区"
)
_MAINLAND = lazily(rf"^(?!台湾|香港|澳门)(?:{_REGIONS})")
_BRANCH_IN_CHINA = lazily(
    rf"(?:大学|学院|研究院|研究所|集团|公司|[A-Za-z])[(]?(?:中国|(?!台湾|香港|澳门)(?:{_REGIONS})(?:市|国际)?)[)]?[\u4e00-\u9fff]{{0,8}}"
    rf"(?:研究院|研究所|研究中心|创新中心|研发中心|技术中心|实验室|分院|分校|校区|学院|公司)$|"
    rf"[\u4e00-\u9fff]{{2,}}中国(?:研究院|研究中心|创新中心|研发中心|技术中心|总部)$"
)
_SCHOOL = lazily(r"大学|学院(?!路)|高校|中学|学校")
_INSTITUTION = lazily(
    r"(?:大学|学院|研究院|研究所|科学院|实验室|公司|集团|中心|医院|厂|总院|分院|[\u4e00-\u9fff]所|设计院|部|厅|"
    r"局|委员会|"
    r"课题组|团队|编辑部|出版社|学校|医科大|站|研究中心|科技园|政府)$"
)
COUNTRIES = (
    "美国|英国|德国|法国|日本|俄罗斯|加拿大|澳大利亚|意大利|韩国|荷兰|瑞士|瑞典|西班牙|比利时|丹麦|挪威|芬兰|奥地利|"
    "新加坡|以色列|印度|巴西|新西兰|葡萄牙|波兰|捷克|匈牙利|爱尔兰|希腊|土耳其|南非|墨西哥|马来西亚|泰国|越南|"
    "印度尼西亚|巴基斯坦|埃及|智利|阿根廷|沙特|阿联酋|乌克兰|白俄罗斯|哈萨克斯坦|欧洲|北美|亚太|东盟|非洲|"
    "英格兰|苏格兰"
)
_FOREIGN = lazily(
    rf"{COUNTRIES}|^国际|^亚洲|^全球|世界|外籍|外国|国外|境外|麻省|哈佛|牛津|剑桥|斯坦福|加州|东京|巴黎|慕尼黑|"
    rf"伦敦|首尔|莫斯科|苏黎世"
)
_NOT_FOREIGN = lazily(r"^(?:中国|中华|北京外国语|上海外国语|中德|中法|中英|中美|中日|中俄|无|未)|(?:国内|我国)")
ORGANISATION_ENDS = (
    "大学", "学院", "研究院", "研究所", "科学院", "实验室", "公司", "集团", "中心", "医院", "厂", "总院", "分院",
    "学会", "协会", "研究会", "联合会", "联合体", "科协", "委员会", "设计院", "工程院", "局", "厅", "部", "所",
    "院", "校", "站", "社", "课题组", "团队", "专家组", "编委会", "理事会", "秘书处", "联盟", "基金会", "分会",
    "台", "馆", "园", "矿", "庭", "处",
)  # fmt: skip
_OPENED = lazily(r"[（(]")
_BRACKETED = lazily(r"[（(][^）)]{0,400}[）)]")
_NOISE = lazily(r"[（(【\[][^）)】\]]{0,400}[）)】\]]|盖章|公章|推荐单位|[:：]|\d{4}年.*$|年\s*月\s*日|[“”\"]")


def split_organisations(text: str) -> list[str]:
    """Return the names in a field, in order, without seals and remarks in brackets."""
    names = re.split(
        r"[；;，,、\n/]|[ \u3000\t]{1,}|和(?=中国|中华|[\u4e00-\u9fff]{2,12}(?:学会|协会|科协))|"
        r"(?:与|联合)(?=中国|中华)",
        _NOISE.sub(" ", text),
    )
    return [name.strip(" 。.、等") for name in names if len(name.strip(" 。.、等")) > 1]


def classify(name: str) -> Kind:
    """Return the kind of body that the name stands for."""
    if is_foreign(name) and not _NATIONAL.match(name):
        return "foreign"
    if _UNION.search(name):
        return "local" if _LOCAL.match(name) else "society_union"
    if _ASSOCIATION.search(name):
        return _classify_association(name)
    if _BRANCH.search(name):
        return "local" if _LOCAL.match(name) else "branch"
    if _SOCIETY.search(name):
        if _NATIONAL.match(name):
            return "national_society"
        return "local" if _LOCAL.match(name) else "unclear"
    return "institution" if _INSTITUTION.search(name) or _SCHOOL.search(name) else "unclear"


def is_organisation(name: str) -> bool:
    """Say whether the name is that of a body and not of a person."""
    plain = _BRACKETED.sub("", name) if _OPENED.search(name) else name
    return plain.strip().endswith(ORGANISATION_ENDS)


def is_foreign(name: str) -> bool:
    """Say whether an employer or organisation lies abroad, as far as its name tells."""
    if _NOT_FOREIGN.search(name):
        return False
    letters = re.findall(r"[A-Za-z]", name)
    han = re.findall(r"[\u4e00-\u9fff]", name)
    return bool(_FOREIGN.search(name)) or (len(letters) > 5 and len(letters) > len(han))  # noqa: PLR2004 - more than an abbreviation


def lies_in_mainland(name: str) -> bool:
    """Say whether the name opens with a place on the mainland, or is that of a foreign body's branch in one."""
    return bool(_MAINLAND.match(name) or _BRANCH_IN_CHINA.search(name))


def _classify_association(name: str) -> Kind:
    if re.fullmatch(r"中国(?:科协|科学技术协会)", name):
        return "unclear"
    if _SCHOOL.search(name):
        return "institution"
    if _ENTERPRISE.search(name):
        return "enterprise_association"
    return "local" if _LOCAL.match(name) or re.search(r"省|市|县|区", name) else "unclear"
