"""What is asked of who may apply, and who recommends."""

from assistant.answering.concepts.concept import Concept, concept

APPLICANTS: tuple[Concept, ...] = (
    concept(
        "foreign",
        r"外籍|外国人?|国外|海外|境外|国\(?境\)?外|老外|外方|国际组织",
        r"外籍|国外|国际|\(境\)外|境外|海外",
        4,
        required=True,
    ),
    concept("hong kong", r"港澳台?|香港|澳门|台湾", r"港澳台|香港|澳门|台湾", 4, required=True),
    concept("official", r"公务员|公务人员|国家机关|机关(?:干部|人员)|政府部门|事业编", r"国家机关|公务人员", 6),
    concept("registered", r"注册|成立(?:时间|多久|几年|不久|于)|新成立|刚成立|今年才成立", r"注册", 5, required=True),
    concept("ongoing", r"在研|已经?有项目|手上有|手里有|正在做", r"在研", 5),
    concept(
        "how many may apply",
        r"(?:能|可以|最多|可)(?:同时)?(?:报|申报|申请|投|牵头|参加|主持)(?:几|多少|两|[2-9二三])|限报|限项|"
        r"多头|重复申报|同时(?:报|申报|申请|参加)",
        r"限申报|限组织|不得多头|只能(?:主持|申报)|推荐不超过|各3-5|限报",
        5,
    ),
    concept("expert bias", r"编(?:写|制)?(?:过)?指南|指南编制|参与编制|写指南|实施方案编制", r"指南编制", 6),
    concept("integrity", r"诚信|失信|黑名单|信用|处分|惩戒", r"诚信|失信", 6, required=True),
    concept("enterprise", r"企业|公司|厂家|民企", r"企业", 3),
    concept("university", r"高校|大学|学校|研究所|科研(?:院所|机构)", r"高校|高等学校|科研", 3),
    concept("hospital", r"医院|医疗机构|临床机构|临床医学研究中心", r"医疗机构|临床", 3),
    concept(
        "who recommends",
        r"谁(?:来|能|可以|有资格)?推荐|推荐(?:资格|单位)|(?:能不能|能否|可以|可不可以|有没有资格|有资格|"
        r"能)(?:单独|直接|独立)?推荐|由(?:谁|哪)[^,。]{0,6}(?:推荐|组织申报)|哪(?:个|"
        r"些)(?:单位|部门|机构)[^,。]{0,6}推荐|个人.{0,6}(?:报|推荐|提交|投)|自荐|直接(?:报|投|提交|申报)",
        r"推荐单位|组织征集推荐|推荐资格|推荐牵头|推荐申报|组织申报|推荐不超过",
        4,
    ),
    concept("society", r"学会|协会|联合体", r"学会|推荐单位|联合体", 2),
    concept("must recommend", r"必须推荐|一定要推荐|必推|都得推荐", r"必须推荐", 6),
    concept("joint", r"联合(?:推荐|申报|报)|一起(?:推荐|申报|报)|合作申报|产学研", r"联合", 3),
    concept("leading unit", r"牵头(?:单位|申报)?|谁来?牵头", r"牵头", 3),
)
