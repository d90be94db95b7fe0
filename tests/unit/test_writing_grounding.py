from datetime import date

from assistant.domain.answer import Citation
from assistant.domain.task import AnswerTask, Statement
from assistant.writing.grounding import Claim, Evidence, ground

PARTS = (
    "申报单位为中国大陆境内注册的科研院所、高等学校和企业等，具有独立法人资格，注册时间为2020年6月30日前。",
    "课题数不超过4个，项目参与单位总数不超过6家。",
)


def make_task(*, fact: str = "", programmes: tuple[str, str] = ("pioneer-2020", "pioneer-2020")) -> AnswerTask:
    citations = tuple(
        Citation(doc=one, programme=one, clause="三", quote=part, span=(0, len(part)))
        for one, part in zip(programmes, PARTS, strict=True)
    )
    labels = {"pioneer-2020": "2020年榜单通知", "sticoop-2022": "合作专项指南"}
    return AnswerTask(
        question="课题和单位有什么限制？",
        citations=citations,
        labels=labels,
        statements=(Statement(programmes=(), text=fact, citations=(0, 1), derived=True),) if fact else (),
        today=date(2022, 1, 1),
    )


def claim(text: str, *evidence: tuple[str, str]) -> Claim:
    return Claim(text, tuple(Evidence(*one) for one in evidence))


def test_a_quote_with_other_white_space_is_found():
    grounded = ground([claim("课题数不超过4个。", ("C2", "课题数 不超过\n4个"))], make_task())

    assert grounded.text == "课题数不超过4个。"
    assert grounded.used == (1,)


def test_a_quote_of_another_passage_is_not_believed():
    grounded = ground([claim("课题数不超过4个。", ("C1", "课题数不超过4个"))], make_task())

    assert grounded.text == ""
    assert grounded.dropped == ("引文",)


def test_a_changed_quote_is_not_believed():
    assert ground([claim("课题数不超过4个。", ("C2", "课题数应不超过4个"))], make_task()).dropped == ("引文",)


def test_an_id_that_was_not_given_is_not_believed():
    assert ground([claim("课题数不超过4个。", ("C3", "课题数不超过4个"))], make_task()).dropped == ("依据的编号",)


def test_a_sentence_without_evidence_is_not_believed():
    assert ground([claim("课题数不超过4个。")], make_task()).dropped == ("依据的编号",)


def test_a_quote_of_one_or_two_characters_proves_nothing():
    assert ground([claim("课题数不超过4个。", ("C2", "4个"))], make_task()).dropped == ("引文",)


def test_positions_stand_in_the_order_of_the_text_and_once():
    first, second = ("C1", "具有独立法人资格"), ("C2", "课题数不超过4个")
    claims = [
        claim("课题数不超过4个。", second),
        claim("申报单位要有独立法人资格。", first),
        claim("课题数不超过4个。", second),
    ]

    assert ground(claims, make_task()).used == (1, 0)


def test_a_fact_is_marked_as_derived_and_rests_on_every_citation():
    fact = "参与单位上限比课题上限多2个。"
    grounded = ground([claim("参与单位上限比课题上限多2个。", ("F1", fact))], make_task(fact=fact))

    assert grounded.text.endswith("〔据此推算〕")
    assert grounded.used == (0, 1)


def test_a_model_may_not_call_its_own_words_derived():
    grounded = ground([claim("课题数不超过4个〔据此推算〕。", ("C2", "课题数不超过4个"))], make_task())

    assert grounded.dropped == ("推算",)


def test_a_sentence_is_given_the_name_of_its_programme_where_several_are_answered():
    task = make_task(programmes=("pioneer-2020", "sticoop-2022"))
    grounded = ground([claim("课题数不超过4个。", ("C2", "课题数不超过4个"))], task)

    assert grounded.text == "合作专项指南：课题数不超过4个。"


def test_a_sentence_may_not_be_put_under_another_programmes_name():
    task = make_task(programmes=("pioneer-2020", "sticoop-2022"))
    grounded = ground([claim("2020年榜单通知规定，课题数不超过4个。", ("C2", "课题数不超过4个"))], task)

    assert grounded.dropped == ("通知的名称",)


def test_a_text_ends_before_it_grows_longer_than_six_hundred_characters():
    sentence = claim("课题数不超过4个，项目参与单位总数不超过6家。", ("C2", PARTS[1]))
    grounded = ground([sentence] * 40, make_task())

    assert 570 < len(grounded.text) <= 600
    assert set(grounded.dropped) == {"篇幅"}


def test_invisible_characters_are_no_part_of_an_answer():
    grounded = ground([claim("课题数不超\u200b过4个。\u202e", ("C2", "课题数\u2060不超过4个"))], make_task())

    assert grounded.text == "课题数不超过4个。"


def test_a_statement_that_no_sentence_rests_on_is_missing():
    fact = "参与单位上限比课题上限多2个"
    grounded = ground([claim("课题数不超过4个。", ("C2", "课题数不超过4个"))], make_task(fact=fact))

    assert [statement.text for statement in grounded.missing] == [fact]
