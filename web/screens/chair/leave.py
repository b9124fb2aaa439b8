"""Before an interpellation or a question is debated: may it be put?  KL 5:59–64."""

from flask_babel import gettext as _

from agenda.rules.kinds import ItemKind
from meetings.rules.leave import needs_leave
from voting.models import Verdict, Vote
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.deciding import leave as leave_item
from web.screens.chair.scene import Scene


def script(scene: Scene) -> Script | None:
    """Nothing while a division on it goes on: that is told as every other."""
    if scene.kind is None or not needs_leave(scene.kind) or scene.leave:
        return None
    if scene.vote is not None and (scene.is_vote_open or scene.vote.is_tied):
        return None
    if scene.leave is False:
        return Script("no_leave", (_may_not(scene),), leave_item(scene))
    if scene.vote is not None and scene.vote.is_decided:
        return _divided(scene, scene.vote)
    return _ask(scene)


def _ask(scene: Scene) -> Script:
    lines = (
        _(
            "Vi går till ärende %(n)s, %(title)s.",
            n=scene.item.number or "",
            title=scene.item.title,
        ),
        _may_it(scene),
        _("Jag finner att svaret är ja."),
    )
    return Script("leave", lines, _said(scene, True), (_said(scene, False), _division(scene)))


def _divided(scene: Scene, vote: Vote) -> Script:
    given = vote.outcome == Verdict.YES
    lines = (
        _(
            "Voteringen är avslutad. %(yes)s ja, %(no)s nej, %(ab)s avstår.",
            yes=vote.yes,
            no=vote.no,
            ab=vote.abstain,
        ),
        _may(scene) if given else _may_not(scene),
    )
    return Script("leave_divided", lines, _said(scene, given))


def _said(scene: Scene, given: bool) -> Act:
    """The one that the chair finds is the gavel; the other is there for when it is not so."""
    found = _("Klubba: den får ställas") if given else _("Klubba: den får inte ställas")
    url = f"{scene.at_item}/leave"
    return act(found, url, given=int(given), icon="gavel", key="N" if given else "", guard=given)


def _division(scene: Scene) -> Act:
    """Simple majority.  The words are stored with the vote."""
    return act(
        _("Votering är begärd"),
        f"{scene.base}/votes",
        "POST",
        item=scene.item.id,
        kind="main",
        question=_may_it(scene),
        yes_means=_may(scene),
        no_means=_may_not(scene),
        icon="vote",
    )


def _is_question(scene: Scene) -> bool:
    return scene.kind is ItemKind.QUESTION


def _may_it(scene: Scene) -> str:
    asked = _("Får frågan ställas?"), _("Får interpellationen ställas?")
    return str(asked[not _is_question(scene)])


def _may(scene: Scene) -> str:
    said = _("Frågan får ställas"), _("Interpellationen får ställas")
    return str(said[not _is_question(scene)])


def _may_not(scene: Scene) -> str:
    said = _("Frågan får inte ställas"), _("Interpellationen får inte ställas")
    return str(said[not _is_question(scene)])
