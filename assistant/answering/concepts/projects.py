"""What is asked of money and of the size of a project."""

from assistant.answering.concepts.concept import Concept, concept

PROJECTS: tuple[Concept, ...] = (
    # money
    concept("central funding", r"经费|多少钱|国拨|预算|拨款|资金|总盘子|概算|投入多少|盘子", r"概算|国拨经费|经费", 3),
    concept("total", r"一共|总共|总额|总经费|概算|总计|合计|整个|盘子|总的", r"概算", 2),
    concept(
        "per project",
        r"(?:每个?|单个?|一个)(?:青年(?:科学家)?)?(?:项目|课题|方向)[^,。]{0,8}(?:钱|经费|资助|万|拨)|"
        r"每项[^,。]{0,4}(?:多少|给|资助)|单项经费|资助强度",
        r"每个项目\d+万元|每项\d+万元",
        5,
        required=True,
    ),
    concept(
        "matching funds",
        r"配套|自筹|匹配(?:经费|资金)|(?:地方|单位|企业)(?:要|得|需要?)?(?:出|配|投)(?:多少|钱|资|几)?|"
        r"其他经费|地方财政|出资",
        r"配套经费|自筹经费|其他经费|财政投入",
        5,
        required=True,
    ),
    # size of a project
    concept("subprojects", r"课题|子课题", r"课题", 3),
    concept(
        "participating units",
        r"参与单位|参加单位|参研单位|合作单位|(?:几|多少)家(?:单位|机构)?|(?:最多|能|可以)(?:几|多少)个?单位|"
        r"单位(?:总数|数量?|上限|个数)",
        r"单位总数|单位数|参与单位|参加单位",
        3,
    ),
    concept("youth project", r"青年(?:科学家|项目|课题|人才)|青年", r"青年科学家", 4, required=True),
    concept("leader", r"负责人|首席|(?<![a-z])pi(?![a-z])|牵头人|主持人|带头人|领衔", r"负责人", 3),
    concept(
        "age", r"年龄|多大(?:年纪|了)|(?:人|pi|的)多大|几岁|多少岁|岁|出生|年纪|哪年生", r"出生|年龄", 5, required=True
    ),
    concept("degree", r"职称|学历|学位|博士|教授|副高|正高", r"职称|博士", 4, required=True),
    concept("female", r"女(?:性|同志|科学家|的|负责人|老师|pi)?", r"女性", 2),
    concept("male", r"男(?:性|同志|科学家|的|负责人|老师|pi)", r"男性", 2),
    concept(
        "supported number",
        r"(?:支持|立|资助|批|上)(?:几|多少|[一二三两]|\d)(?:个|项)|拟支持|立项数|支持数|支持项目数",
        r"拟?支持(?:项目)?数|支持\d|支持不超过|拟支持|可同时支持",
        4,
    ),
    concept("two projects", r"同时支持|支持(?:两|2|二)[个项]|两个项目", r"同时支持|两个阶段", 4),
    concept(
        "directions",
        r"(?:几|多少)个?(?:二级)?(?:指南)?方向|方向数",
        r"(?:启动|共计|支持)\d+个|\d+个(?:二级指南)?方向",
        4,
    ),
    concept(
        "tasks",
        r"任务(?:分|有|包括|是|都)|总体任务|(?:几|多少|哪些|哪几)[个块项]?(?:大)?(?:任务|技术方向|板块|部分)",
        r"围绕.+(?:任务|方向)",
        3,
    ),
)
