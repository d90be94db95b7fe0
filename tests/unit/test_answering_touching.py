"""What is said first where the best sentence only touches what is asked."""

import pytest

from assistant.answering.asked.question import understand
from assistant.answering.saying.claims import Claim, Said
from assistant.answering.saying.touching import be_honest, find_share
from assistant.answering.sentences.corpus import Corpus, open_corpus
from assistant.library.programmes import load_catalogue


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return open_corpus(load_catalogue())


def settle(question: str, words: str, corpus: Corpus, *, sure: float = 0.9) -> tuple[Claim, ...]:
    """Return what is made of a sentence of the call of 2023 that answers the question with such likelihood."""
    inquiry = understand(question, corpus, "cast-2023", ())
    own = (corpus.units[place] for place in corpus.own["cast-2023"])
    unit = next(unit for unit in own if words in unit.body)
    claim = Claim(
        programmes=("cast-2023",),
        text=words,
        units=(unit,),
        said=(Said(words, (unit,)), Said("其余", (unit,))),
        part=inquiry.parts[0],
        sure=sure,
    )
    return be_honest((claim,), inquiry, corpus)


def test_a_sentence_without_what_is_asked_is_only_the_nearest(corpus: Corpus) -> None:
    words = "推荐单位成立能代表本领域、本学科学术水平的专家推荐委员会"
    lacking, near = settle("专家推荐委员会可以线上开会吗", words, corpus)
    assert lacking.text == "没有直接写明这一点，最接近的规定如下"
    assert lacking.form == "lacks"
    assert lacking.derived
    assert lacking.units == near.units
    assert near.text == words


def test_an_unlikely_sentence_is_only_the_nearest(corpus: Corpus) -> None:
    words = "推荐单位可单独或者联合推荐"
    assert len(settle("推荐单位可以单独推荐吗", words, corpus)) == 1
    assert len(settle("推荐单位要不要联合推荐", words, corpus, sure=0.5)) == 2


def test_a_rule_on_what_is_asked_answers(corpus: Corpus) -> None:
    words = "高校、科研机构等需联系有推荐资格的单位提交问题难题"
    assert len(settle("高校可以直接提交吗", words, corpus)) == 1


def test_a_question_for_more_than_yes_or_no_is_left_alone(corpus: Corpus) -> None:
    words = "委员会专家不少于15人"
    assert len(settle("线上委员会要几个人", words, corpus, sure=0.5)) == 1


def test_a_word_is_looked_for_as_it_is_asked(corpus: Corpus) -> None:
    lacking, near = settle("颗粒度是什么意思", "原则上应细化问题颗粒度至少到三级学科以下", corpus)
    assert lacking.text == "没有给“颗粒度”下定义，最接近的规定如下"
    assert near.said[0].words == "原则上应细化问题颗粒度至少到三级学科以下"


def test_a_word_that_stands_nowhere_has_no_lack_of_meaning(corpus: Corpus) -> None:
    assert len(settle("揭榜是什么意思", "委员会专家不少于15人", corpus)) == 1


def test_what_is_called_so_in_brackets_is_explained_by_its_sentence(corpus: Corpus) -> None:
    claims = settle("什么叫推荐单位", "每个推荐单位可推荐前沿科学问题", corpus)
    assert len(claims) == 1
    assert "（以下简称推荐单位）" in claims[0].said[0].words


def test_a_side_without_words_is_no_lack(corpus: Corpus) -> None:
    part = understand("能报先导榜吗", corpus, "cast-2023", ()).parts[0]
    unit = corpus.units[corpus.own["cast-2023"][0]]
    assert find_share("", unit, part) == find_share("报|", unit, part) == 1.0
    assert find_share("监理", unit, part) == 0.0
