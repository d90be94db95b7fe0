"""What people ask of calls for submissions, in their words and in those of notices."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked about."""

    name: str
    asks: re.Pattern[str]
    """Wordings of a question, normalised text."""
    holds: re.Pattern[str]
    """Wordings of a clause that is about it: matched against headings and text, normalised."""
    weight: float = 3.0
    """How much it counts beside shared words; a rare pair of characters counts about 7."""
    required: bool = False
    """True where a clause that does not hold it cannot answer, however much else it shares."""


def _concept(name: str, asks: str, holds: str, weight: float = 3.0, *, required: bool = False) -> Concept:
    return Concept(name, re.compile(asks), re.compile(holds), weight, required)


CONCEPTS: tuple[Concept, ...] = (
    # time
    _concept(
        "deadline",
        r"截止|截至|截稿|deadline|ddl|最晚|最迟|最后(?:一天|期限)|期限(?!多)|还能(?:不能)?(?:报|交|投|申)|过期|"
        r"来得及|赶得上",
        r"^(?!.*(?:注册时间|出生)).*(?:止(?:$|[。,])|截止|[日月底旬]前|以前)",
        4,
        required=True,
    ),
    _concept(
        "call period", r"征集(?:时间|期)|开始征集|征集到|(?:什么时候|何时|几号).{0,4}征集", r"征集时间|印发之日", 4
    ),
    _concept(
        "issue date",
        r"印发|发文(?:日期|时间)|(?:哪天|什么时候|何时|几号)(?:发布?的?|下发|出)(?:通知|文)?|落款|发布日期|"
        r"通知.{0,6}(?:哪天|什么时候|何时|几号)(?:发|印|出)",
        r"(?:办公厅|部|会)\d{4}年\d{1,2}月\d{1,2}日$|发布日期",
        6,
        required=True,
    ),
    _concept("document number", r"文号|发文字号|文件号|多少号文|几号文", r"〔\d{4}〕\d+号", 8, required=True),
    _concept(
        "issuer", r"(?:哪个?|什么)(?:单位|部门|机构)(?:发|印)|谁(?:发|印)的?|发文(?:单位|机关)|主办", r"办公厅", 3
    ),
    _concept(
        "duration",
        r"周期|执行期|(?:项目|研究|实施|做|干)[^,]{0,6}(?:几年|多久|多长时间)|几年|年限|做多久",
        r"实施周期|执行期",
        5,
        required=True,
    ),
    # people and places
    _concept(
        "contact",
        r"联系人|联系(?:方式|谁)|找谁|问谁|跟谁联系|谁联系|咨询(?:谁|电话)|对接",
        r"联系人|联系方式|联系电话|咨询",
        5,
        required=True,
    ),
    _concept("phone", r"电话|手机号|座机|号码", r"电话|联系方式|手机", 3, required=True),
    _concept("email", r"邮箱|email|e-mail|电子邮件", r"邮箱", 4, required=True),
    _concept(
        "address",
        r"(?<!网)地址|寄到|寄给|寄往|寄去|寄过去|邮寄|办公地点|寄哪|在哪(?:儿|里)?办公",
        r"地址[：:]",
        4,
        required=True,
    ),
    _concept(
        "website",
        r"网址|网站|哪个(?:平台|系统)|上传到|线上(?:提交|填)|在哪(?:儿|里)?.{0,4}(?:提交|上传|填报|申报|报名)|"
        r"网上(?:提交|申报|填)",
        r"https?:|\.(?:cn|com|org)|平台",
        5,
    ),
    _concept("support desk", r"系统.{0,6}(?:问题|故障|登不|打不开|咨询)|技术支持|登录", r"系统咨询|技术支持", 5),
    _concept("responsible", r"责任人|谁负责审查", r"责任人", 6),
    # money
    _concept("central funding", r"经费|多少钱|国拨|预算|拨款|资金|总盘子|概算|投入多少|盘子", r"概算|国拨经费|经费", 3),
    _concept("total", r"一共|总共|总额|总经费|概算|总计|合计|整个|盘子|总的", r"概算", 2),
    _concept(
        "per project",
        r"(?:每个?|单个?|一个)(?:青年(?:科学家)?)?(?:项目|课题|方向)[^,。]{0,8}(?:钱|经费|资助|万|拨)|"
        r"每项[^,。]{0,4}(?:多少|给|资助)|单项经费|资助强度",
        r"每个项目\d+万元|每项\d+万元",
        5,
        required=True,
    ),
    _concept(
        "matching funds",
        r"配套|自筹|匹配(?:经费|资金)|(?:地方|单位|企业)(?:要|得|需要?)?(?:出|配|投)(?:多少|钱|资|几)?|"
        r"其他经费|地方财政|出资",
        r"配套经费|自筹经费|其他经费|财政投入",
        5,
        required=True,
    ),
    # size of a project
    _concept("subprojects", r"课题|子课题", r"课题", 3),
    _concept(
        "participating units",
        r"参与单位|参加单位|参研单位|合作单位|(?:几|多少)家(?:单位|机构)?|(?:最多|能|可以)(?:几|多少)个?单位|"
        r"单位(?:总数|数量?|上限|个数)",
        r"单位总数|单位数|参与单位|参加单位",
        3,
    ),
    _concept("youth project", r"青年(?:科学家|项目|课题|人才)|青年", r"青年科学家", 4, required=True),
    _concept("leader", r"负责人|首席|(?<![a-z])pi(?![a-z])|牵头人|主持人|带头人|领衔", r"负责人", 3),
    _concept(
        "age", r"年龄|多大(?:年纪|了)|(?:人|pi|的)多大|几岁|多少岁|岁|出生|年纪|哪年生", r"出生|年龄", 5, required=True
    ),
    _concept("degree", r"职称|学历|学位|博士|教授|副高|正高", r"职称|博士", 4, required=True),
    _concept("female", r"女(?:性|同志|科学家|的|负责人|老师|pi)?", r"女性", 2),
    _concept("male", r"男(?:性|同志|科学家|的|负责人|老师|pi)", r"男性", 2),
    _concept(
        "supported number",
        r"(?:支持|立|资助|批|上)(?:几|多少|[一二三两]|\d)(?:个|项)|拟支持|立项数|支持数|支持项目数",
        r"拟?支持(?:项目)?数|支持\d|支持不超过|拟支持|可同时支持",
        4,
    ),
    _concept("two projects", r"同时支持|支持(?:两|2|二)[个项]|两个项目", r"同时支持|两个阶段", 4),
    _concept(
        "directions",
        r"(?:几|多少)个?(?:二级)?(?:指南)?方向|方向数",
        r"(?:启动|共计|支持)\d+个|\d+个(?:二级指南)?方向",
        4,
    ),
    _concept(
        "tasks",
        r"任务(?:分|有|包括|是|都)|总体任务|(?:几|多少|哪些|哪几)[个块项]?(?:大)?(?:任务|技术方向|板块|部分)",
        r"围绕.+(?:任务|方向)",
        3,
    ),
    # who may
    _concept(
        "foreign",
        r"外籍|外国人?|国外|海外|境外|国\(?境\)?外|老外|外方|国际组织",
        r"外籍|国外|国际|\(境\)外|境外|海外",
        4,
        required=True,
    ),
    _concept("hong kong", r"港澳台?|香港|澳门|台湾", r"港澳台|香港|澳门|台湾", 4, required=True),
    _concept("official", r"公务员|公务人员|国家机关|机关(?:干部|人员)|政府部门|事业编", r"国家机关|公务人员", 6),
    _concept("registered", r"注册|成立(?:时间|多久|几年|不久|于)|新成立|刚成立|今年才成立", r"注册", 5, required=True),
    _concept("ongoing", r"在研|已经?有项目|手上有|手里有|正在做", r"在研", 5),
    _concept(
        "how many may apply",
        r"(?:能|可以|最多|可)(?:同时)?(?:报|申报|申请|投|牵头|参加|主持)(?:几|多少|两|[2-9二三])|限报|限项|"
        r"多头|重复申报|同时(?:报|申报|申请|参加)",
        r"限申报|限组织|不得多头|只能(?:主持|申报)|推荐不超过|各3-5|限报",
        5,
    ),
    _concept("expert bias", r"编(?:写|制)?(?:过)?指南|指南编制|参与编制|写指南|实施方案编制", r"指南编制", 6),
    _concept("integrity", r"诚信|失信|黑名单|信用|处分|惩戒", r"诚信|失信", 6, required=True),
    _concept("enterprise", r"企业|公司|厂家|民企", r"企业", 3),
    _concept("university", r"高校|大学|学校|研究所|科研(?:院所|机构)", r"高校|高等学校|科研", 3),
    _concept("hospital", r"医院|医疗机构|临床机构|临床医学研究中心", r"医疗机构|临床", 3),
    _concept(
        "who recommends",
        r"谁(?:来|能|可以|有资格)?推荐|推荐(?:资格|单位)|(?:能不能|能否|可以|可不可以|有没有资格|有资格|"
        r"能)(?:单独|直接|独立)?推荐|由(?:谁|哪)[^,。]{0,6}(?:推荐|组织申报)|哪(?:个|"
        r"些)(?:单位|部门|机构)[^,。]{0,6}推荐|个人.{0,6}(?:报|推荐|提交|投)|自荐|直接(?:报|投|提交|申报)",
        r"推荐单位|组织征集推荐|推荐资格|推荐牵头|推荐申报|组织申报|推荐不超过",
        4,
    ),
    _concept("society", r"学会|协会|联合体", r"学会|推荐单位|联合体", 2),
    _concept("must recommend", r"必须推荐|一定要推荐|必推|都得推荐", r"必须推荐", 6),
    _concept("joint", r"联合(?:推荐|申报|报)|一起(?:推荐|申报|报)|合作申报|产学研", r"联合", 3),
    _concept("leading unit", r"牵头(?:单位|申报)?|谁来?牵头", r"牵头", 3),
    # the call of CAST
    _concept(
        "quota",
        r"(?:推荐|报|提交|交|推|上报|投)[^,。]{0,6}(?:几|多少)[个项条道]|(?:几|"
        r"多少)[个项条][^,。]{0,4}(?:问题|难题)?(?:名额)?$|名额|每类|限额|每个领域[^,。]{0,8}(?:几|多少)",
        r"各3-5个|推荐不超过\d|可推荐",
        4,
    ),
    _concept("committee", r"委员会|专家组|专家委|推荐委|推委会", r"委员会|专家组", 2),
    _concept(
        "committee size",
        r"(?:专家|委员|委员会)[^,。]{0,8}(?:几|多少)|(?:几|多少)[个名位]?(?:专家|委员|人)|人数",
        r"专家不少于\d+人|专家\d+",
        4,
    ),
    _concept(
        "duty", r"职责|负责(?:什么|啥|哪)|干(?:什么|啥|嘛)|做(?:什么|啥|哪些)|作用|任务是什么|管什么", r"负责|职责", 4
    ),
    _concept("secretary", r"秘书", r"秘书", 4),
    _concept("sign", r"签字|签名|盖章|签署|谁签|公章", r"签字|公章|签署", 5, required=True),
    _concept("submit", r"提交|上传|报送|上报|怎么交|交到|交给|寄|递交|投递", r"提交|报送|上传|推荐至", 3),
    _concept(
        "selected number",
        r"(?:最终|最后|终选|总共|一共)?(?:选|评|遴选|入选|选出|评出|产生|公布|发布)[^,。]{0,8}(?:几|"
        r"多少)[个项条]?|(?:几|多少)[个项条][^,。]{0,6}(?:入选|选上|选出)",
        r"遴选10个|共发布\d+|\d+个问题难题",
        4,
    ),
    _concept(
        "review",
        r"评审|评选|遴选|初选|复选|终选|初评|终审|怎么选|环节|几轮|筛选",
        r"初选|复选|终选|遴选|评审|初评|终审|评议",
        3,
    ),
    _concept(
        "use of results",
        r"出版|出书|结集|汇编|怎么用|用途|结果.{0,4}用|有什么用|干嘛用|后续|入选(?:后|了|之后)|选上(?:后|了|之后)",
        r"出版|发布|建议报告|决策参考",
        4,
    ),
    _concept("follow up", r"跟踪|后续工作|评估", r"跟踪|评估", 3),
    _concept("granularity", r"颗粒度|粒度|多细|细到|太大|太宽泛|大小合适", r"颗粒度", 6),
    _concept("cross field", r"跨(?:学科|领域)|交叉", r"跨领域|跨学科|交叉", 4),
    _concept("fields", r"(?:哪些|哪几个?|几个|什么)(?:科技|技术)?领域|领域(?:有|是|包括|都)|征集范围|范围", r"领域", 3),
    _concept("plan", r"推荐方案|方案", r"方案", 3),
    # form
    _concept(
        "length", r"多少个?字|字数|篇幅|多长(?!时间)|几个字|写多长|字(?:以内|左右|限)", r"\d+字", 5, required=True
    ),
    _concept("keywords", r"关键词|key ?words?", r"关键词", 5, required=True),
    _concept("language", r"英文|中文|双语|英语|翻译|english|语言|中英", r"中英文|双语|中文|英文", 5, required=True),
    _concept("title form", r"(?:题目|标题|题名)", r"题目|标题", 3),
    _concept("question form", r"问句|疑问句|问号|问的形式|陈述句", r"问句|问题的形式", 6),
    _concept("discipline", r"学科", r"学科", 3),
    _concept("standard", r"国标|标准号|gb/?t?|哪个标准|什么标准|依据.{0,4}标准|参照", r"gb/?t|国家标准", 4),
    _concept("body", r"正文", r"正文", 3),
    _concept("abstract", r"问题描述|摘要", r"问题描述|摘要", 4),
    _concept("author", r"(?<!工)作者|署名|投稿人", r"(?<!工)作者", 4, required=True),
    _concept("share", r"占(?:了|比|到)?(?:几|多少|总)|分布(?:情况)?|各占", r"占\d|占比|分布", 5, required=True),
    _concept("addressee", r"发给(?:谁|哪)|面向(?:谁|哪)|主送|抬头", r"^各.{2,60}[:：]|各有关单位[:：]", 6),
    _concept("average", r"平均", r"平均", 5, required=True),
    _concept("template", r"模[板版]|格式|样式|撰写要求", r"模板|格式", 3),
    _concept(
        "wrong format",
        r"(?:不(?:按|照|符合)|没按|格式(?:不对|错))[^,。]{0,10}(?:格式|要求|模板|写|会|怎)|后果",
        r"不按照规定格式",
        6,
    ),
    _concept("attachment", r"附件", r"附件", 2),
    _concept("reasons", r"推荐理由|理由", r"理由", 4),
    _concept("team", r"团队", r"团队", 3),
    _concept("readiness", r"就绪(?:水平|度)?|trl|成熟度|成熟", r"就绪水平|成熟", 4),
    _concept("industry", r"行业", r"行业", 3),
    _concept("confidential", r"涉密|保密|秘密|泄密", r"涉密|秘密", 6, required=True),
    _concept("produced by", r"怎么产生|如何产生|产生方式|怎么评出", r"方式产生", 6),
    _concept("genetic", r"遗传资源|人遗", r"遗传资源", 6, required=True),
    _concept("ethics", r"伦理|知情同意|人体(?:研究|试验|实验)", r"伦理|人体", 5),
    _concept("animals", r"动物", r"动物", 4),
    _concept(
        "cover all",
        r"(?:全部|所有|部分|一部分|只做|只报|挑)[^,。]{0,10}(?:内容|指标|研究)|整体申报|涵盖|拆开",
        r"必须涵盖|须覆盖|整体申报",
        5,
    ),
    _concept("second level", r"二级标题|一级标题|哪一级|按什么(?:申报|报)|三级", r"二级标题", 4),
    _concept("letter", r"推荐函|函", r"推荐函", 5),
    _concept("indicator", r"考核指标|指标|交付物?|验收", r"考核指标", 4),
    _concept("content", r"研究内容|研究什么|做什么研究|要研究", r"研究内容", 3),
    _concept("province linked", r"部省联动|省部联动", r"部省联动", 6, required=True),
    _concept("clinical", r"临床研究类|临床类", r"临床研究类", 6, required=True),
    _concept("demonstration", r"示范应用类|共性关键技术类", r"示范应用类|共性关键技术类", 4),
    _concept("basic", r"基础研究类|基础类", r"基础研究类|基础研究", 4),
    _concept("objective", r"总体目标|目标是", r"总体目标", 5),
    # what calls often say and these may not: only the word itself answers
    _concept(
        "reward",
        r"奖金|奖励|稿费|稿酬|报酬|补贴|奖状|证书|酬劳|红包|津贴",
        r"奖金|奖励|稿费|稿酬|报酬|补贴|证书|酬劳|津贴",
        5,
        required=True,
    ),
    _concept(
        "fee",
        r"评审费|报名费|注册费|收费|缴费|交费|费用(?!比)|手续费|会务费|版面费",
        r"评审费|报名费|收费|缴费|费用",
        5,
        required=True,
    ),
    _concept(
        "budget head",
        r"间接(?:费|经费)|直接费用|设备费|劳务费|差旅费|绩效|管理费|材料费|测试费",
        r"间接费用?|直接费用|设备费|劳务费|差旅费|绩效|管理费",
        6,
        required=True,
    ),
    _concept(
        "copies",
        r"(?<!哪)(?:几|多少|[一二三两\d])份|份数|一式",
        r"\d+份|[一二三四五六七八九十]份|一式|纸质",
        5,
        required=True,
    ),
    _concept("paper", r"纸质|打印|复印|装订|邮寄材料", r"纸质|打印|装订|邮寄地址", 4),
    _concept(
        "typography", r"字体|字号|行距|页边距|排版|宋体|仿宋|缩进", r"字体|字号|行距|页边距|宋体", 6, required=True
    ),
    _concept(
        "figures",
        r"图片|插图|几张图|放图|图表|公式|参考文献|引文|引用文献",
        r"图片|插图|图表|参考文献|引文",
        6,
        required=True,
    ),
    _concept("pages", r"(?:几|多少)页|页数|限页", r"\d页|页数", 6, required=True),
    _concept(
        "roster",
        r"名单(?:是|有|在|呢|吗|什么|公布|[?]?$)|哪[^,。]{0,4}名单|都有谁|有哪些人|专家是谁|评委是谁|主任是谁",
        r"名单",
        5,
        required=True,
    ),
    _concept(
        "result date",
        r"(?:什么时候|何时|哪天|几号|几月|多久)[^,。]{0,8}(?:公布|公示|出结果|揭晓|知道结果|立项|宣布|"
        r"发布结果)|(?:结果|名单|立项)[^,。]{0,3}(?:什么时候|何时|哪天|几号|几月|多久)[^,。]{0,3}(?:出|公|"
        r"下来|发布|知道|揭晓)",
        r"(?:公布|公示|发布|揭晓).*月|月.*(?:公布|公示|发布|揭晓)",
        5,
        required=True,
    ),
    _concept("publicity", r"公示", r"公示", 5, required=True),
    _concept("appeal", r"申诉|异议|复议|复审|投诉|举报", r"申诉|异议|复议|投诉|举报", 6, required=True),
    _concept(
        "withdraw",
        r"撤回|撤销|撤稿|退回|补交|补报|延期|宽限|逾期|迟交|晚交|修改后|再修改|改稿|重新提交",
        r"撤回|撤销|退回|补交|补报|延期|宽限|逾期|修改",
        5,
        required=True,
    ),
    _concept("defence", r"答辩|路演|现场汇报|视频评审|面试", r"答辩|路演|汇报|面试", 6, required=True),
    _concept(
        "scoring",
        r"打分|评分|分值|权重|满分|及格|得分(?!成|为|开)|分数",
        r"打分|评分|分值|权重|满分|得分",
        6,
        required=True,
    ),
    _concept(
        "acceptance rate",
        r"录取率|通过率|中标率|命中率|入选率|竞争比|去年报了多少|多少人(?:申报|报名)|收到多少|申报了多少",
        r"通过率|录取率|收到",
        6,
        required=True,
    ),
    _concept(
        "meeting place",
        r"(?:在)?(?:哪个城市|什么地方|哪里|哪儿)(?:开|举办|召开|举行|办)|会议地点|会场",
        r"在.{2,6}(?:召开|举办|举行)|会议地点",
        6,
        required=True,
    ),
    _concept("training", r"培训|宣讲|说明会|答疑|qq群|微信群|公众号", r"培训|宣讲|说明会|答疑|微信", 5, required=True),
    _concept(
        "patent ownership", r"知识产权归|归谁(?:所有)?$|归属|版权|著作权归", r"知识产权归|归属|版权", 6, required=True
    ),
    _concept("valid for", r"有效期|保质期|有效几年|管几年", r"有效期", 6, required=True),
    _concept(
        "working months",
        r"工作时间|每年.{0,6}(?:几|多少)个月|投入(?:几|多少)个?月|人月",
        r"工作时间|\d个月",
        6,
        required=True,
    ),
    _concept("mid-term", r"中期(?:检查|评估|考核)|年度报告", r"中期|年度报告", 4, required=True),
    _concept("fax", r"传真|微信号?|qq", r"传真|微信|qq", 6, required=True),
)
