"""While a division goes on, and until its result has been confirmed."""

from collections.abc import Sequence

from flask_babel import gettext as _

from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import Group
from voting.models import Verdict, Vote, VoteKind
from voting.queries import wording
from voting.queries.course import Live
from voting.queries.results import is_by_lot
from voting.rules.majority import Required, needed
from voting.rules.special import COUNTED
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.scene import Scene

WORD = {"yes": "ja", "no": "nej"}


def script(scene: Scene) -> Script | None:
    vote = scene.vote
    if vote is None:
        return None
    if scene.is_vote_open:
        return _closing(scene, vote) if vote.closes_at else _open(scene, vote)
    if vote.is_tied:
        return _tie(scene, vote)
    return _result(scene, vote) if scene.is_result_waiting else None


def _open(scene: Scene, vote: Vote) -> Script:
    missing = len(scene.missing)
    lines = [_("Voteringen är öppen. Rösta nu.")]
    if missing:
        lines.append(_("%(n)s har inte röstat.", n=missing))
    else:
        lines.append(_("Alla utom ordföranden har röstat. Har alla röstat?"))
    url = f"{scene.base}/votes/{vote.id}"
    closing = act(_("Stäng voteringen"), f"{url}/closing", icon="lock", key="N", guard=True)
    others: list[Act] = []
    if missing and vote.reminded_at is None:
        others.append(act(_("Påminn"), f"{url}/reminders", "POST", icon="volume-2"))
    return Script("open_vote", tuple(lines), closing, tuple(others))


def _closing(scene: Scene, vote: Vote) -> Script:
    left = len(scene.missing)
    lines = (
        _("Har alla röstat? %(n)s har inte röstat.", n=left) if left else _("Har alla röstat?"),
        _("Voteringen stängs."),
    )
    url = f"{scene.base}/votes/{vote.id}/closing"
    stop = act(_("Stoppa stängningen"), url, "DELETE", icon="undo", key="N")
    return Script("closing", lines, stop)


def _tie(scene: Scene, vote: Vote) -> Script:
    if scene.kind and is_by_lot(VoteKind(vote.kind), scene.kind):
        return _even_election(scene, vote)
    lines = (
        _("Det är lika, %(yes)s mot %(no)s.", yes=vote.yes, no=vote.no),
        _("Ordförandens utslagsröst avgör."),
    )
    url = f"{scene.base}/votes/{vote.id}/casting-vote"
    yes = act(
        _("Lägg utslagsrösten på ja: %(m)s", m=vote.yes_means), url, choice="yes", icon="check"
    )
    no = act(_("Lägg utslagsrösten på nej: %(m)s", m=vote.no_means), url, choice="no", icon="x")
    return Script("tie", lines, yes, (no,))


def _even_election(scene: Scene, vote: Vote) -> Script:
    """The lot decides (KL 5:56).  It is drawn in the hall, and what it gave is written in here."""
    is_election = scene.kind is ItemKind.ELECTION
    lines = (
        _("Det är lika, %(yes)s mot %(no)s.", yes=vote.yes, no=vote.no),
        _("I val avgör lotten.") if is_election else _("När någon anställs avgör lotten."),
        _("En lapp för ja och en för nej läggs i skålen, och en dras."),
    )
    url = f"{scene.base}/votes/{vote.id}/lot"
    yes = act(_("Lotten föll på ja: %(m)s", m=vote.yes_means), url, choice="yes", icon="check")
    no = act(_("Lotten föll på nej: %(m)s", m=vote.no_means), url, choice="no", icon="x")
    return Script("even_election", lines, yes, (no,))


def _result(scene: Scene, vote: Vote) -> Script:
    lines = [
        _(
            "Voteringen är avslutad. %(yes)s ja, %(no)s nej, %(ab)s avstår.",
            yes=vote.yes,
            no=vote.no,
            ab=vote.abstain,
        )
    ]
    if vote.carried_by == "minority":
        lines += [
            _("%(k)s av %(n)s närvarande begär det.", k=vote.no, n=vote.present),
            _("Det är minst en tredjedel. Det räcker."),
        ]
    lines += _counted(vote)
    if vote.kind == VoteKind.COUNTER:
        return _preparatory(scene, vote, lines)
    text = decision_text(scene, vote)
    lines.append(_("Fullmäktige har beslutat: %(text)s", text=text))
    confirm = act(
        _("Klubba"),
        f"{scene.at_item}/decisions",
        "POST",
        how="division",
        text=text,
        proposal=_won(vote),
        vote=vote.id,
        icon="gavel",
        key="N",
        guard=True,
    )
    return Script("result", tuple(lines), confirm)


def _counted(vote: Vote) -> list[str]:
    """Whether two thirds were reached, and on which side they were needed (VOTE-5)."""
    majority = Required(vote.majority)
    if majority not in COUNTED:
        return []
    said = {
        Required.TWO_THIRDS: _("%(k)s av %(n)s närvarande röstade ja.", k=vote.yes, n=vote.present),
        Required.TWO_THIRDS_AGAINST: _(
            "%(k)s av %(n)s närvarande röstade nej.", k=vote.no, n=vote.present
        ),
    }
    if vote.carried_by:
        return [said[majority], _("Det är minst två tredjedelar. Det räcker.")]
    return [said[majority], _("Det räcker inte: minst %(k)s krävs.", k=vote.needed)]


def _preparatory(scene: Scene, vote: Vote, lines: list[str]) -> Script:
    """The opposing question has been chosen; the main one is put next."""
    won = scene.course.proposal(_won(vote) or 0) if scene.course else None
    if won is not None:
        lines.append(_("Motförslag blir %(text)s från %(who)s.", text=won.text, who=won.proposer))
    if scene.demands:
        return division(scene, lines)
    putting = act(_("Ställ huvudfrågan"), f"{scene.at_item}/acclamations", "POST", key="N")
    return Script("preparatory", tuple(lines), putting)


def division(scene: Scene, before: Sequence[str] = ()) -> Script:
    """ "Votering är begärd": the question word for word, then the vote is opened."""
    lines = [*before, _("Votering är begärd och ska verkställas.")]
    question = scene.question
    if question is not None:
        lines += [
            _("Ja: %(m)s.", m=question.yes_means),
            _("Nej: %(m)s.", m=question.no_means),
            _needs(scene, question.majority),
            _("Godkänns det?"),
        ]
    return Script("division", tuple(line for line in lines if line), opening(scene))


def opening(scene: Scene) -> Act:
    url, item = f"{scene.base}/votes", scene.item.id
    return act(_("Öppna voteringen"), url, "POST", item=item, icon="vote", key="N")


def decision_text(scene: Scene, vote: Vote) -> str:
    """In words what the winning side meant."""
    won = scene.course.proposal(_won(vote) or 0) if scene.course else None
    if vote.kind == VoteKind.PUT:
        won = None  # to put a proposal is not to carry it
    means = vote.yes_means if vote.outcome == Verdict.YES else vote.no_means
    if Required(vote.majority) in COUNTED:
        return f"{means}."  # in the words of the law
    return decided(won) if won else means


def decided(proposal: Live) -> str:
    if proposal.group is Group.FORMAL:
        return f"{wording.put_off(VoteKind(proposal.kind.value), proposal.text)}."
    return proposal.text.strip()


def _won(vote: Vote) -> int | None:
    return vote.yes_proposal_id if vote.outcome == Verdict.YES else vote.no_proposal_id


def _needs(scene: Scene, majority: Required) -> str:
    """The share, and of how many: all who are present, those who abstain too (BASE-1)."""
    if majority is not Required.ONE_THIRD:
        return ""
    present = scene.summary.present
    third = needed(majority, present)
    return str(_("En tredjedel av de närvarande räcker: %(k)s av %(n)s.", k=third, n=present))
