"""Whatever an author does in an interview: nothing said is lost, any step can be undone, the draft can be shown."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.drafting_call import InterviewCall
from assistant.domain.interview import DraftInHand, Gave
from assistant.drafting.interview.standing import replay
from assistant.text import squash
from tests.unit.interviewing import Talk

ANSWERS = st.sampled_from(
    [
        "枝晶到底是从晶界先长，还是从界面先长？我们认为是界面。记得周五把图发给小王。",
        "2021年有课题组看到了晶界处的锂；难点是应力测不准。",
        "背景：石墨负极到头了。\n意义：续航有望翻倍。",
        "1",
        "1、3、钠枝晶",
        "99",
        "林望舒，云溪理工大学，13800138000，linws@example.edu.cn",
        "确定",
        "不",
        "   ",
        "How do dendrites nucleate?",
        "题目：锂枝晶从哪里开始长？",
    ]
)
NAMES = st.sampled_from(["题目", "问题背景", "重要意义", "作者信息", "没有的栏"])
PLACES = st.sampled_from(["未归类第1句", "“晶界”"])
CALLS = st.one_of(
    st.builds(InterviewCall, act=st.just("answer"), text=ANSWERS),
    st.builds(InterviewCall, act=st.just("rewrite"), field=NAMES, text=ANSWERS),
    st.builds(InterviewCall, act=st.just("goto"), field=NAMES),
    st.builds(InterviewCall, act=st.just("move"), text=PLACES, field=NAMES),
    st.builds(InterviewCall, act=st.sampled_from(["skip", "back", "show", "why", "undo", "redo", "restart"])),
)
SHARED = settings(max_examples=8, deadline=None)


def begun() -> Talk:
    talk = Talk()
    talk.begin("锂枝晶从哪里开始长", kind="前沿科学问题")
    return talk


def letters(draft: DraftInHand) -> list[str]:
    record = (*draft.steps, *draft.undone, *draft.dropped)
    return sorted(squash("".join(one.said for one in record if isinstance(one, Gave))))


@SHARED
@given(calls=st.lists(CALLS, min_size=1, max_size=7))
def test_every_sentence_given_is_in_the_draft_or_on_record(calls: list[InterviewCall]):
    talk = begun()
    for call in calls:
        talk.take(call)
        draft = talk.draft
        held = replay(draft.steps).held
        begins = max((place for place, one in enumerate(draft.steps) if one.did == "began-anew"), default=0)
        given_since = [kept.text for one in draft.steps[begins:] if isinstance(one, Gave) for kept in one.kept]

        assert sorted(one.kept.text for one in held) == sorted(given_since)
        shown = {squash(origin.note) for field in talk.filled.fields for origin in field.origin}
        shown |= {squash(one.text) for one in talk.filled.unplaced}
        assert {squash(one.kept.text) for one in held if not one.replaced} == shown


@SHARED
@given(calls=st.lists(CALLS, max_size=5), last=CALLS)
def test_a_step_that_is_undone_leaves_the_draft_as_it_was(calls: list[InterviewCall], last: InterviewCall):
    talk = begun()
    for call in calls:
        talk.take(call)
    before = talk.draft
    talk.take(last)
    if talk.draft.steps == before.steps or last.act in ("undo", "redo"):
        return
    for _ in range(len(talk.draft.steps) - len(before.steps)):
        talk.act("undo")

    assert talk.draft.steps == before.steps
    assert replay(talk.draft.steps) == replay(before.steps)


@SHARED
@given(calls=st.lists(CALLS, max_size=6))
def test_undo_and_redo_cancel_out_and_what_was_said_stays_word_for_word(calls: list[InterviewCall]):
    talk = begun()
    for call in calls:
        known = letters(talk.draft)
        talk.take(call)
        assert all(letters(talk.draft).count(one) >= known.count(one) for one in set(known))
    before = talk.draft
    talk.act("undo")
    talk.act("redo")

    assert talk.draft.steps == before.steps
    assert letters(talk.draft) == letters(before)


@SHARED
@given(calls=st.lists(CALLS, max_size=6))
def test_the_draft_can_be_shown_at_any_time_and_survives_being_kept(calls: list[InterviewCall]):
    talk = begun()
    for call in calls:
        talk.take(call)
    turn = talk.act("show")

    assert turn.filled is not None
    assert [field.label for field in turn.filled.fields][:2] == ["题目", "Title"]
    assert DraftInHand.model_validate_json(talk.draft.model_dump_json()) == talk.draft
