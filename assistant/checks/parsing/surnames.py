"""Chinese surnames, by which a run of two to four characters is known as a person's name."""

import re

_SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇"
    "邢滑裴陆荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗谷车侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎"
    "蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿边扈燕冀郏浦尚农温别庄晏柴瞿阎充"
    "慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯"
    "相查后荆红游竺权逯盖益桓肖付覃苟仝兰阳佟岳帅晋楚佘佴墨哈谯笪年爱言福代邸涂粟鹿冼原栗冶尧钦操母麦苑占檀矫闪奉撒海危家郇佐迟丛初"
    "律战刀才战官侍卿展巨布延揭晨景木来柘根槐洛涧澹火炎盘相禤符粘罕脱英苏衣谌豆车迪逢遆遇郎镡门闫阿随雒霜青鞏音頔顺"
)
_COMPOUND = (
    "欧阳|司马|上官|诸葛|夏侯|东方|尉迟|公孙|慕容|令狐|皇甫|宇文|长孙|司徒|司空|轩辕|端木|独孤|南宫|百里|呼延|赫连|"
    "澹台|公冶|宗政|濮阳|淳于|单于|太叔|申屠|仲孙|钟离|鲜于|闾丘|拓跋|纳兰|西门|东郭|完颜|第五|公羊|万俟|闻人|贺兰|拓拔|爱新觉罗"
)
_COMPOUNDS = tuple(_COMPOUND.split("|"))
_LONGEST_GIVEN = 2
_HAN = re.compile(r"[\u3400-\u9fff]*")


def is_chinese_name(text: str) -> bool:
    """Say whether the characters read as surname and given name; other words may begin with a surname too."""
    if not _HAN.fullmatch(text):
        return False
    compound = text.startswith(_COMPOUNDS)
    surname = next(one for one in _COMPOUNDS if text.startswith(one)) if compound else ""
    if surname and 0 < len(text) - len(surname) <= _LONGEST_GIVEN:
        return True
    return text[:1] in _SINGLE and 1 < len(text) <= 1 + _LONGEST_GIVEN


def split_name(text: str) -> tuple[str, str]:
    """Return surname and given name of a Chinese name; two empty strings for anything else."""
    if not is_chinese_name(text):
        return "", ""
    surname = next((one for one in _COMPOUNDS if text.startswith(one) and len(text) > len(one)), text[:1])
    return surname, text.removeprefix(surname)
