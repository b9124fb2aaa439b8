"""What a meeting shows the world: one face at a time, and the first that fits."""

from enum import StrEnum

from meetings.rules.lifecycle import MeetingState
from meetings.rules.steps import ItemStep
from voting.models import Vote
from voting.queries.results import Result
from web.screens.public.scene import Scene


class Face(StrEnum):
    UNANNOUNCED = "unannounced"
    BEFORE = "before"
    ROLL_CALL = "roll_call"
    BETWEEN = "between"
    CLOSED_DOORS = "closed_doors"
    FLOOR = "floor"  # presentation, debate, and the proposals before they are put
    ACCLAMATION = "acclamation"
    VOTE = "vote"
    TIE = "tie"
    RESULT = "result"
    DECISION = "decision"
    ADJOURNED = "adjourned"
    CLOSED = "closed"


BY_STATE = {
    MeetingState.PLANNED: Face.UNANNOUNCED,
    MeetingState.CONVENED: Face.BEFORE,
    MeetingState.ADJOURNED: Face.ADJOURNED,
    MeetingState.CLOSED: Face.CLOSED,
}
OF_VOTE = (Face.TIE, Face.RESULT)
WITH_FIGURES = (*OF_VOTE, Face.DECISION)


def face(scene: Scene) -> Face:
    if scene.state is not MeetingState.OPEN:
        return BY_STATE[scene.state]
    if scene.current is None:
        return Face.BETWEEN if scene.meeting.roll_called_at else Face.ROLL_CALL
    if scene.is_behind_closed_doors:
        return Face.DECISION if _is_decided(scene) else Face.CLOSED_DOORS
    return _of_item(scene)


def _of_item(scene: Scene) -> Face:
    vote = scene.vote
    if vote is not None and vote.is_open:
        return Face.VOTE
    if vote is not None and vote.is_tied:
        return Face.TIE
    if scene.acclamation is not None:
        return Face.ACCLAMATION
    if vote is not None and vote.is_decided and not _is_gavelled(scene, vote):
        return Face.RESULT
    return Face.DECISION if _is_decided(scene) else Face.FLOOR


def _is_gavelled(scene: Scene, vote: Vote) -> bool:
    after = vote.closed_at or ""
    return any(each.decision.at >= after for each in scene.decided_on(scene.item))


def _is_decided(scene: Scene) -> bool:
    return scene.step is ItemStep.DECISION and bool(scene.decided_on(scene.item))


def shown_result(scene: Scene, shown: Face) -> Result | None:
    """The figures that belong to this face: of the vote just closed, or behind the decision."""
    if shown in OF_VOTE:
        return scene.result
    if shown is not Face.DECISION:
        return None
    decided = scene.decided_on(scene.open_item)
    behind = decided[-1].vote if decided else None
    is_latest = behind is not None and scene.vote is not None and behind.id == scene.vote.id
    return scene.result if is_latest else None
