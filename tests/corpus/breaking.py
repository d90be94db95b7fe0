"""Passing examples of the rules on proposals, broken in the ways that their kinds must notice."""

from assistant.checks.examples import DIRECTION
from assistant.domain import rule as kinds
from assistant.domain.rule import DocumentRule

LEADER = "项目负责人"
MANY = "、".join(f"{name}大学" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳")


def break_proposal(rule: DocumentRule, texts: dict[str, str]) -> list[dict[str, str]]:  # noqa: C901, PLR0912 - one case a kind
    """Return the example with one thing put wrong; none where the kind judges by meaning or has nothing to break."""
    match rule:
        case kinds.DirectionRule():
            return [{**texts, "指南方向": wrong} for wrong in ("99.9", "1.1、1.2", "")]
        case kinds.UnitsRule():
            return [{**texts, "参与单位": MANY}]
        case kinds.DurationRule():
            return [{**texts, "实施周期": wrong} for wrong in ("12年", "73个月", "2022年1月至2029年12月")]
        case kinds.RatioRule() if texts[DIRECTION] != "sticoop-2022/2.1":
            return [{**texts, "经费预算": "国拨经费1000万元，地方财政10万元，自筹经费90万元"}]
        case kinds.UndividedRule():
            return [{**texts, "课题设置": "课题1 机理；课题2 技术"}]
        case kinds.PartnersRule():
            return [
                {"国（境）外参与单位": "无"}
                if rule.of == "units"
                else {**texts, "国（境）外参与单位": "甲大学（德国）"}
            ]
        case kinds.BirthRule():
            return [{LEADER: "林望舒，男，1950年3月出生，教授"}]
        case kinds.QualificationRule():
            return [{LEADER: "林望舒，男，1985年3月出生，讲师，硕士"}]
        case kinds.AppointmentRule():
            return [{LEADER: "林望舒，男，教授，国籍：法国，全职", "附件清单": "推荐函"}]
        case kinds.OngoingRule():
            return [{**texts, "负责人及骨干在研项目情况": "负责人主持国家科技重大专项课题1项（在研）。"}]
        case kinds.OfficeRule():
            return [{LEADER: f"{texts[LEADER]}，现任云溪省财政厅副厅长"}]
        case kinds.EligibleRule():
            return [{**texts, "中方参与单位": "云溪省财政厅"}]
        case kinds.RegisteredRule():
            return [{"申报单位": "甲公司（注册时间：2099年1月1日）"}]
        case kinds.RecommendersRule():
            return [{label: f"{text}、交通运输部" for label, text in texts.items()}]
        case kinds.FilledRule():
            return [{**texts, label: ""} for label in texts]
        case _:
            return []
