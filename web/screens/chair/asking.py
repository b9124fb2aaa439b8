"""From the proposals to the question put, and what the chair finds."""

from dataclasses import replace

from flask_babel import gettext as _

from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import Group, questions
from meetings.rules.steps import ItemStep, needs_decision
from voting.models import Acclamation, VoteKind
from voting.queries import wording
from voting.queries.course import Course, Live
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.deciding import leave
from web.screens.chair.dividing import decided, division
from web.screens.chair.scene import Scene

NO = 0
PAIR = 2
STEPS = (ItemStep.PROPOSALS, ItemStep.ORDER, ItemStep.ACCLAMATION)


def script(scene: Scene) -> Script | None:
    if scene.acclamation is not None:
        return _put(scene, scene.acclamation)
    if scene.step not in STEPS or scene.course is None:
        return None
    if scene.demands:
        return division(scene)
    if scene.course.disputed is not None:
        return _dispute(scene, scene.course.disputed)
    if scene.course.needs_order and not scene.course.is_order_approved:
        return _order(scene, scene.course)
    return _one(scene, scene.course) or _next(scene)


def _dispute(scene: Scene, proposal: Live) -> Script:
    """The chair holds it unlawful; the council may have it put all the same (KL 5:57)."""
    question, _yes, _no = wording.put_all_the_same(proposal)
    return Script("dispute", (*_not_put([proposal]), question), _putting(scene, "N"))


def _not_put(refused: list[Live]) -> list[str]:
    return [
        _(
            "Jag ställer inte proposition på %(what)s. %(words)s",
            what=wording.named(one),
            words=one.refused.words if one.refused else "",
        )
        for one in refused
    ]


def _order(scene: Scene, course: Course) -> Script:
    """Read back and ordered in one breath (ORDER-1–3)."""
    order = [one for group in questions(course.proposals) for one in group.proposals]
    lines = [_("Jag har uppfattat följande förslag. Är det rätt uppfattat?")]
    lines += [f"{n}. {one.text} – {one.proposer}" for n, one in enumerate(order, start=1)]
    lines += _not_put(course.refused)
    lines.append(_("Jag föreslår att de prövas i den ordningen. Godkänns den?"))
    approved = act(
        _("Ordningen är godkänd"),
        f"{scene.at_item}/question-order",
        order=listed(order),
        icon="check",
        key="N",
    )
    return Script("order", tuple(lines), approved, _main_first(scene, course))


def _main_first(scene: Scene, course: Course) -> tuple[Act, ...]:
    """Another of the material ones as the main question."""
    material = [one for one in course.proposals if one.group is Group.MATERIAL]
    return tuple(
        act(
            _("Huvudförslag: %(who)s", who=one.proposer),
            f"{scene.at_item}/question-order",
            order=listed(_rotated(course, one)),
            icon="arrow-up",
        )
        for one in material[1:]
    )


def _rotated(course: Course, first: Live) -> list[Live]:
    chosen = sorted(course.proposals, key=lambda one: one.id != first.id)
    return [one for group in questions(chosen) for one in group.proposals]


def listed(order: list[Live]) -> str:
    """As the act wants it: 3,1,2"""
    return ",".join(str(one.id) for one in order)


def _one(scene: Scene, course: Course) -> Script | None:
    """Only one proposal, or only the draft: nobody is against it so far."""
    if scene.question is not None and len(_sides(scene)) > 1:
        return None
    if scene.question is not None and scene.question.kind.is_formal:
        return None
    only = course.proposal(_sides(scene)[0]) if _sides(scene) else None
    text = decided(only) if only else scene.item.draft
    if not text:
        return _nothing_to_ask(scene)
    lines = (
        _("Säger fullmäktige ja till detta?"),
        text,
        _("Jag finner att svaret är ja."),
    )
    confirm = act(
        _("Klubba"),
        f"{scene.at_item}/decisions",
        "POST",
        how="unopposed",
        text=text,
        proposal=only.id if only else None,
        icon="gavel",
        key="N",
        guard=True,
    )
    others = (_putting(scene),) if only else ()
    return Script("one_proposal", lines, confirm, others)


def _nothing_to_ask(scene: Scene) -> Script:
    """No gavel without words for what was decided.  What decides nothing can be left."""
    if not needs_decision(scene.kind or ItemKind.DECISION):
        return Script("no_proposal", (_("Ärendet kräver inget beslut."),), leave(scene))
    asked = _("Vem föreslås?") if scene.kind and scene.kind.is_secret else _("Vad yrkas?")
    lines = (_("Det finns inget förslag att ta ställning till. %(what)s", what=asked),)
    return Script("no_proposal", lines)


def _next(scene: Scene) -> Script | None:
    if scene.question is None:
        return None
    if scene.question.kind.is_formal:
        first = _("%(what)s är begärd och prövas först.", what=_delay(scene.question.kind))
        return Script("put_question", (first, scene.question.text), _putting(scene, "N"))
    return Script("put_question", tuple(_read_back(scene)), _putting(scene, "N"))


def _read_back(scene: Scene) -> list[str]:
    """Two proposals need no order of questions, only to be understood rightly (ORDER-1)."""
    course = scene.course
    if course is None or len(course.material) != PAIR:
        return [_("Jag ställer frågan."), scene.question.text if scene.question else ""]
    sides = [one for each in _sides(scene) if (one := course.proposal(each))]
    lines = [_("Jag har uppfattat följande förslag. Är det rätt uppfattat?")]
    lines += [f"{n}. {one.text} – {one.proposer}" for n, one in enumerate(sides, start=1)]
    return [*lines, _("Jag ställer dem mot varandra.")]


def _putting(scene: Scene, key: str = "") -> Act:
    url = f"{scene.at_item}/acclamations"
    return act(_("Ställ frågan"), url, "POST", icon="megaphone", key=key)


def _put(scene: Scene, acclamation: Acclamation) -> Script:
    """The council answers; the chair says what she finds, waits, and lets the gavel fall."""
    if any(demand.kind == acclamation.kind for demand in scene.demands):
        return _opposed(scene, division(scene))
    if acclamation.found_at is not None:
        return _found(scene, acclamation)
    sides = _answers(scene, acclamation)
    lines = [_asked(scene, acclamation)]
    lines += [f"{n}. {words}" for n, (_id, words) in enumerate(sides, start=1)]
    url = f"{scene.base}/acclamations/{acclamation.id}/finding"
    finds = [
        act(_finds(acclamation, short), url, proposal=each, icon="check")
        for (each, _words), short in zip(sides, _named(scene, acclamation), strict=True)
    ]
    first = Act(**{**vars(finds[0]), "key": "N"})
    return Script("acclamation", tuple(lines), first, tuple(finds[1:]))


def _opposed(scene: Scene, found: Script) -> Script:
    """The opposing question may be chosen by voice, so that only the main one is divided on."""
    if scene.question is None or scene.question.kind is not VoteKind.COUNTER:
        return found
    url = f"{scene.at_item}/acclamations"
    by_voice = act(_("Välj motförslag med acklamation"), url, "POST", icon="megaphone")
    return replace(found, others=(*found.others, by_voice))


def _asked(scene: Scene, acclamation: Acclamation) -> str:
    if acclamation.kind == VoteKind.PUT and scene.question is not None:
        return scene.question.text
    return str(_("Jag frågar: säger fullmäktige ja till detta?"))


def _finds(acclamation: Acclamation, short: str) -> str:
    if acclamation.kind == VoteKind.PUT:
        return str(_("Jag finner: %(what)s", what=short))
    return str(_("Jag finner ja till %(what)s", what=short))


def _found(scene: Scene, acclamation: Acclamation) -> Script:
    proposal = scene.course.proposal(acclamation.found_id or NO) if scene.course else None
    words = dict(_answers(scene, acclamation))[acclamation.found_id or NO]
    is_about_putting = acclamation.kind == VoteKind.PUT
    text = decided(proposal) if proposal and not is_about_putting else words
    if proposal and acclamation.kind == VoteKind.COUNTER:
        text = _("Motförslag i voteringen är %(what)s.", what=wording.named(proposal))
    confirm = act(
        _("Klubba"),
        f"{scene.at_item}/decisions",
        "POST",
        how="acclamation",
        text=text,
        proposal=acclamation.found_id,
        icon="gavel",
        key="N",
        guard=True,
    )
    line = _("Jag finner att fullmäktige säger ja till %(what)s.", what=words)
    if is_about_putting:
        line = _finds(acclamation, _small(words)) + "."
    return Script("found", (line,), confirm)


def _answers(scene: Scene, acclamation: Acclamation) -> list[tuple[int, str]]:
    """Each proposal that was put, and "no" where only one was."""
    course = scene.course
    put = [one for each in acclamation.proposals if course and (one := course.proposal(each))]
    kind = VoteKind(acclamation.kind)
    answers = [(one.id, wording.yes_to(kind, one)) for one in put]
    if len(put) != 1:
        return answers
    if kind.is_formal or kind is VoteKind.PUT:
        return [(NO, wording.no_to(kind, put[0])), *answers]
    return [*answers, (NO, _("avslag på %(what)s", what=wording.named(put[0])))]


def levels(scene: Scene) -> list[tuple[int, int]]:
    """How many have answered from a distance, in the order the answers are read out."""
    if scene.acclamation is None:
        return []
    answers = _answers(scene, scene.acclamation)
    return [(each, scene.levels.get(each, 0)) for each, _words in answers]


def _named(scene: Scene, acclamation: Acclamation) -> list[str]:
    """The same, short enough for a button."""
    course = scene.course
    if acclamation.kind == VoteKind.PUT:
        return [_small(words) for _each, words in _answers(scene, acclamation)]
    return [
        wording.named(one) if course and (one := course.proposal(each)) else words.lower()
        for each, words in _answers(scene, acclamation)
    ]


def _small(words: str) -> str:
    """In the middle of a sentence."""
    return words[:1].lower() + words[1:]


def _sides(scene: Scene) -> list[int]:
    question = scene.question
    if question is None:
        return []
    sides = (question.yes_proposal_id, question.no_proposal_id)
    return [each for each in sides if each is not None]


def _delay(kind: VoteKind) -> str:
    return str(_("Återremiss") if kind is VoteKind.REFER_BACK else _("Bordläggning"))
