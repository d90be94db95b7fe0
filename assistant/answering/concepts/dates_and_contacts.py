"""What is asked of dates, and of whom to turn to."""

from assistant.answering.concepts.concept import Concept, concept

DATES_AND_CONTACTS: tuple[Concept, ...] = (
    # time
    concept(
        "deadline",
        r"截止|截至|截稿|deadline|ddl|最晚|最迟|最后(?:一天|期限)|期限(?!多)|还能(?:不能)?(?:报|交|投|申)|过期|"
        r"来得及|赶得上",
        r"^(?!.*(?:注册时间|出生)).*(?:止(?:$|[。,])|截止|[日月底旬]前|以前)",
        4,
        required=True,
    ),
    concept(
        "call period", r"征集(?:时间|期)|开始征集|征集到|(?:什么时候|何时|几号).{0,4}征集", r"征集时间|印发之日", 4
    ),
    concept(
        "issue date",
        r"印发|发文(?:日期|时间)|(?:哪天|什么时候|何时|几号)(?:发布?的?|下发|出)(?:通知|文)?|落款|发布日期|"
        r"通知.{0,6}(?:哪天|什么时候|何时|几号)(?:发|印|出)",
        r"(?:办公厅|部|会)\d{4}年\d{1,2}月\d{1,2}日$|发布日期",
        6,
        required=True,
    ),
    concept("document number", r"文号|发文字号|文件号|多少号文|几号文", r"〔\d{4}〕\d+号", 8, required=True),
    concept("issuer", r"(?:哪个?|什么)(?:单位|部门|机构)(?:发|印)|谁(?:发|印)的?|发文(?:单位|机关)|主办", r"办公厅", 3),
    concept(
        "duration",
        r"周期|执行期|(?:项目|研究|实施|做|干)[^,]{0,6}(?:几年|多久|多长时间)|几年|年限|做多久",
        r"实施周期|执行期",
        5,
        required=True,
    ),
    # people and places
    concept(
        "contact",
        r"联系人|联系(?:方式|谁)|找谁|问谁|跟谁联系|谁联系|咨询(?:谁|电话)|对接",
        r"联系人|联系方式|联系电话|咨询",
        5,
        required=True,
    ),
    concept("phone", r"电话|手机号|座机|号码", r"电话|联系方式|手机", 3, required=True),
    concept("email", r"邮箱|email|e-mail|电子邮件", r"邮箱", 4, required=True),
    concept(
        "address",
        r"(?<!网)地址|寄到|寄给|寄往|寄去|寄过去|邮寄|办公地点|寄哪|在哪(?:儿|里)?办公",
        r"地址[：:]",
        4,
        required=True,
    ),
    concept(
        "website",
        r"网址|网站|哪个(?:平台|系统)|上传到|线上(?:提交|填)|在哪(?:儿|里)?.{0,4}(?:提交|上传|填报|申报|报名)|"
        r"网上(?:提交|申报|填)",
        r"https?:|\.(?:cn|com|org)|平台",
        5,
    ),
    concept("support desk", r"系统.{0,6}(?:问题|故障|登不|打不开|咨询)|技术支持|登录", r"系统咨询|技术支持", 5),
    concept("responsible", r"责任人|谁负责审查", r"责任人", 6),
)
