"""A foreign body that recommends jointly is found in most wordings; denials and plans are none."""

import pytest

from assistant.checks.parsing.partners import find_partner

JOINT = (
    "国际纳米材料联盟作为国外联合推荐组织参与",
    "与国际能源联盟联合推荐",
    "联合国际水利联盟共同推荐",
    "本次推荐由我会与德国工程师协会共同完成，德国工程师协会共同参与推荐",
    "德国工程师协会共同参与推荐。",
    "我会联合英国皇家化学会推荐了前沿科学问题3项",
    "会同国际电工学会遴选推荐",
    "本次问题由我会和IEEE联合提出",
    "由我会与Royal Society of Chemistry共同推荐",
    "日本机械学会参与联合推荐",
    "联合推荐的国外组织：法国土木工程师学会",
    "联合推荐单位为世界工程组织联合会",
    "亚洲力学联合会与我会联合推荐第2项问题",
    "我会携手俄罗斯科学院推荐",
    "本次邀请国际燃烧学会共同推荐工程技术难题",
    "与俄罗斯科学院一道提名了2项问题",
    "联合国教科文组织参与推荐",
)
NONE = (
    "没有联合国外组织推荐",
    "本次未联合国外科技组织推荐。",
    "本次推荐未与国际学会联合推荐，均由本会完成",
    "鼓励联合国外科技组织推荐",
    "联合国外科技组织推荐的，应邀请国外专家参加",
    "面向国际学会会员征集，共收到问题3项",
    "国际合作工作委员会参与推荐",
    "邀请德国工程师协会专家参与函评",
    "问题由各分会推荐，参考了世界经济论坛的报告",
    "今后拟与国际学会联合推荐",
    "联合国外组织推荐：无",
    "中国国际科技促进会共同推荐",
    "我会国际交流部组织征集推荐",
    "学会与企业联合推荐",
    "问题达到国际前沿水平，由学会推荐",
    "联合相应国外科技组织推荐的情形不存在",
    "无国外组织参与推荐",
    "本次征集不涉及国外组织联合推荐",
    "广泛征集国际学术组织关注的问题，由专家推荐",
    "与清华大学、北京大学共同推荐",
)


@pytest.mark.parametrize("text", JOINT)
def test_a_joint_recommendation_is_found(text: str):
    assert find_partner(f"推荐工作已经完成。{text}，其余从略。") is not None


@pytest.mark.parametrize("text", NONE)
def test_a_denial_a_plan_or_a_rule_is_none(text: str):
    assert find_partner(text) is None
