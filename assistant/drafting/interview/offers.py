"""What may be chosen for a field instead of written: listed values, titles, translations, cuts; never filled in."""

from assistant.checks.parsing.keywords import split_keywords
from assistant.domain.filled import Choice, FieldProposal
from assistant.domain.kinds.amounts import CountRule, LengthRule
from assistant.domain.kinds.layout import ChoiceRule
from assistant.domain.kinds.titles import QuestionRule
from assistant.drafting.interview.work import Work
from assistant.text import bare
from assistant.writing.titles import advise_title

_MOST_LISTED = 12
"""Values of a list up to which all of them are offered."""
_UNTRANSLATED = "【待译】"


def list_offers(label: str, about: str, work: Work) -> FieldProposal:
    """Return the choices for a question on a field.

    Args:
        label: the field.
        about: rule that misses something; `blank` for a field without words.
        work: the draft beside its form.
    """
    spec = work.find_spec(label)
    rule = next((one for one in work.programme.rules if one.id == about), None)
    if spec is None:
        return FieldProposal(label=label, choices=())
    if spec.role == "title" and (isinstance(rule, QuestionRule) or about.startswith("cast.title")):
        return FieldProposal(label=label, choices=_list_titles(label, work))
    if (isinstance(rule, CountRule) and rule.of == "keywords_en") or (about == "blank" and bare(label) == "keywords"):
        return FieldProposal(label=label, choices=_translate_keywords(work))
    if isinstance(rule, LengthRule):
        return _find(work, label, cuts=True)
    return _list_values(label, work)


def _find(work: Work, label: str, *, cuts: bool = False) -> FieldProposal:
    pool = work.filled.proposals if cuts else work.proposals
    found = [one for one in pool if one.label == label]
    return found[0] if found else FieldProposal(label=label, choices=())


def _list_values(label: str, work: Work) -> FieldProposal:
    """Return the values that the notes speak for, then the others of a short list."""
    found = _find(work, label)
    allowed = [
        value
        for rule in work.programme.rules
        if isinstance(rule, ChoiceRule) and label in rule.fields and work.context.form.name in rule.forms
        for value in rule.values
    ]
    others = [one for one in dict.fromkeys(allowed) if one not in {choice.value for choice in found.choices}]
    if len(allowed) > _MOST_LISTED:
        return found
    listed = (Choice(value=one, reason="") for one in others)
    return found.model_copy(update={"choices": (*found.choices, *listed)})


def _list_titles(label: str, work: Work) -> tuple[Choice, ...]:
    """Return questions made of the title, those in its own words alone first."""
    text = work.texts.get(label, "")
    if not text:
        return ()
    kinds = [work.texts.get(one, "") for one in work.context.form.find_labels("kind")]
    notes = "\n".join(text for other, text in work.texts.items() if other != label)
    advice = advise_title(text, kinds[0] if kinds else None, notes, work.catalogue)
    ranked = sorted(advice.candidates, key=lambda one: bool(one.added))
    return tuple(Choice(value=one.zh, reason=one.why) for one in ranked)


def _translate_keywords(work: Work) -> tuple[Choice, ...]:
    """Return the Chinese keywords in English as one choice; none where the term table knows none of them."""
    words = split_keywords(work.texts.get("关键词", ""), chinese=True)
    english = [_translate(word, work) for word in words]
    if not words or all(one == _UNTRANSLATED for one in english):
        return ()
    reason = "按随附的英汉词表逐个译出，请核对；标【待译】的词表里没有。"
    return (Choice(value="; ".join(english), reason=reason),)


def _translate(word: str, work: Work) -> str:
    meanings = work.context.terms.meanings
    known = sorted(
        (english for english, chinese in meanings.items() if chinese[0] == word), key=lambda one: (len(one), one)
    )
    return known[0] if known else _UNTRANSLATED
