"""What is asked and often not said: only a clause with the word itself answers."""

from assistant.answering.concepts.concept import Concept, concept

SELDOM: tuple[Concept, ...] = (
    concept(
        "reward",
        r"奖金|奖励|稿费|稿酬|报酬|补贴|奖状|证书|酬劳|红包|津贴",
        r"奖金|奖励|稿费|稿酬|报酬|补贴|证书|酬劳|津贴",
        5,
        required=True,
    ),
    concept(
        "fee",
        r"评审费|报名费|注册费|收费|缴费|交费|费用(?!比)|手续费|会务费|版面费",
        r"评审费|报名费|收费|缴费|费用",
        5,
        required=True,
    ),
    concept(
        "budget head",
        r"间接(?:费|经费)|直接费用|设备费|劳务费|差旅费|绩效|管理费|材料费|测试费",
        r"间接费用?|直接费用|设备费|劳务费|差旅费|绩效|管理费",
        6,
        required=True,
    ),
    concept(
        "copies",
        r"(?<!哪)(?:几|多少|[一二三两\d])份|份数|一式",
        r"\d+份|[一二三四五六七八九十]份|一式|纸质",
        5,
        required=True,
    ),
    concept("paper", r"纸质|打印|复印|装订|邮寄材料", r"纸质|打印|装订|邮寄地址", 4),
    concept(
        "typography", r"字体|字号|行距|页边距|排版|宋体|仿宋|缩进", r"字体|字号|行距|页边距|宋体", 6, required=True
    ),
    concept(
        "figures",
        r"图片|插图|几张图|放图|图表|公式|参考文献|引文|引用文献",
        r"图片|插图|图表|参考文献|引文",
        6,
        required=True,
    ),
    concept("pages", r"(?:几|多少)页|页数|限页", r"\d页|页数", 6, required=True),
    concept(
        "roster",
        r"名单(?:是|有|在|呢|吗|什么|公布|[?]?$)|哪[^,。]{0,4}名单|都有谁|有哪些人|专家是谁|评委是谁|主任是谁",
        r"名单",
        5,
        required=True,
    ),
    concept(
        "result date",
        r"(?:什么时候|何时|哪天|几号|几月|多久)[^,。]{0,8}(?:公布|公示|出结果|揭晓|知道结果|立项|宣布|"
        r"发布结果)|(?:结果|名单|立项)[^,。]{0,3}(?:什么时候|何时|哪天|几号|几月|多久)[^,。]{0,3}(?:出|公|"
        r"下来|发布|知道|揭晓)",
        r"(?:公布|公示|发布|揭晓).*月|月.*(?:公布|公示|发布|揭晓)",
        5,
        required=True,
    ),
    concept("publicity", r"公示", r"公示", 5, required=True),
    concept("appeal", r"申诉|异议|复议|复审|投诉|举报", r"申诉|异议|复议|投诉|举报", 6, required=True),
    concept(
        "withdraw",
        r"撤回|撤销|撤稿|退回|补交|补报|延期|宽限|逾期|迟交|晚交|修改后|再修改|改稿|重新提交",
        r"撤回|撤销|退回|补交|补报|延期|宽限|逾期|修改",
        5,
        required=True,
    ),
    concept("defence", r"答辩|路演|现场汇报|视频评审|面试", r"答辩|路演|汇报|面试", 6, required=True),
    concept(
        "scoring",
        r"打分|评分|分值|权重|满分|及格|得分(?!成|为|开)|分数",
        r"打分|评分|分值|权重|满分|得分",
        6,
        required=True,
    ),
    concept(
        "acceptance rate",
        r"录取率|通过率|中标率|命中率|入选率|竞争比|去年报了多少|多少人(?:申报|报名)|收到多少|申报了多少",
        r"通过率|录取率|收到",
        6,
        required=True,
    ),
    concept(
        "meeting place",
        r"(?:在)?(?:哪个城市|什么地方|哪里|哪儿)(?:开|举办|召开|举行|办)|会议地点|会场",
        r"在.{2,6}(?:召开|举办|举行)|会议地点",
        6,
        required=True,
    ),
    concept("training", r"培训|宣讲|说明会|答疑|qq群|微信群|公众号", r"培训|宣讲|说明会|答疑|微信", 5, required=True),
    concept(
        "patent ownership", r"知识产权归|归谁(?:所有)?$|归属|版权|著作权归", r"知识产权归|归属|版权", 6, required=True
    ),
    concept("valid for", r"有效期|保质期|有效几年|管几年", r"有效期", 6, required=True),
    concept(
        "working months",
        r"工作时间|每年.{0,6}(?:几|多少)个月|投入(?:几|多少)个?月|人月",
        r"工作时间|\d个月",
        6,
        required=True,
    ),
    concept("mid-term", r"中期(?:检查|评估|考核)|年度报告", r"中期|年度报告", 4, required=True),
    concept("fax", r"传真|微信号?|qq", r"传真|微信|qq", 6, required=True),
)
