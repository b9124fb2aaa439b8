"""An election, or employment, on ballot papers: one member asks; or proportional, if enough ask.

Kommunallagen 5 kap. 54 and 58 §§, lag (2022:629) 2 §.  The papers are counted by the tellers; the
chair reads out who are chosen, and the gavel confirms it.
"""

from flask_babel import gettext as _

from agenda.rules.kinds import ItemKind
from meetings.rules.steps import ItemStep
from voting.models import ElectionRequest, VoteKind
from voting.queries.elections.requests import is_proportional
from voting.rules.elections import RequestReason
from web.language import said
from web.screens.chair.acts import Script
from web.screens.chair.scene import Scene


def script(scene: Scene) -> Script | None:
    """When the names have been proposed, and nobody wants to put the election off."""
    if scene.kind is None or not scene.kind.is_secret or not _is_to_be_held(scene):
        return None
    if scene.course is not None and scene.course.disputed is not None:
        return None  # the council says first whether the name may be put
    proportional = is_proportional(scene.request)
    if not (proportional or scene.demands):
        return None
    lines = [*asked_for(scene.request)]
    if not proportional:
        lines.append(_demanded(scene.kind))
    lines.append(_("Sedlarna delas ut, läggs i urnan och räknas av rösträknarna."))
    return Script("ballot", tuple(lines))


def _demanded(kind: ItemKind) -> str:
    if kind is ItemKind.ELECTION:
        return str(_("Votering är begärd. I val är den sluten (5 kap. 54 §)."))
    return str(_("Votering är begärd. När någon anställs är den sluten (5 kap. 54 §)."))


def asked_for(request: ElectionRequest | None) -> list[str]:
    """What is said of a request for a proportional election."""
    if request is None:
        return []
    counted = _(
        "%(asked)s begär proportionellt val. Till %(places)s platser behövs %(needed)s av "
        "%(present)s närvarande.",
        asked=request.asked,
        places=request.places,
        needed=request.needed,
        present=request.present,
    )
    return [counted, said(RequestReason(request.reason).text)]


def _is_to_be_held(scene: Scene) -> bool:
    if scene.step in (None, ItemStep.PRESENTATION, ItemStep.DEBATE, ItemStep.DECISION):
        return False
    if scene.acclamation is not None:
        return VoteKind(scene.acclamation.kind).is_on_the_matter
    return not (scene.question and scene.question.kind.is_formal)
