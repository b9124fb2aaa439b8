"""The words of a package in the words of the house."""

from agenda.rules.kinds import ItemKind
from meetings.models import Mode, RequestKind
from voting.models import VoteKind
from voting.rules.majority import Choice, Required
from web.packages import kinds

ITEM_KINDS = {
    kinds.ItemKind.DECISION: ItemKind.DECISION,
    kinds.ItemKind.ELECTION: ItemKind.ELECTION,
    kinds.ItemKind.MOTION: ItemKind.PRIVATE_MEMBERS_MOTION,
    kinds.ItemKind.INTERPELLATION: ItemKind.INTERPELLATION,
    kinds.ItemKind.QUESTION: ItemKind.QUESTION,
    kinds.ItemKind.CITIZENS_PROPOSAL: ItemKind.CITIZENS_PROPOSAL,
    kinds.ItemKind.INFORMATION: ItemKind.INFORMATION,
    kinds.ItemKind.NOTICE: ItemKind.NOTICE,
    kinds.ItemKind.FORMALITY: ItemKind.FORMALITY,
}
VOTE_KINDS = {
    kinds.QuestionKind.MAIN: VoteKind.MAIN,
    kinds.QuestionKind.COUNTER: VoteKind.COUNTER,
    kinds.QuestionKind.ADDITION: VoteKind.ADDITION,
    kinds.QuestionKind.REFER_BACK: VoteKind.REFER_BACK,
    kinds.QuestionKind.TABLE: VoteKind.TABLE,
}
MAJORITIES = {
    kinds.Majority.SIMPLE: Required.SIMPLE,
    kinds.Majority.ONE_THIRD: Required.ONE_THIRD,
    kinds.Majority.TWO_THIRDS: Required.TWO_THIRDS,
    kinds.Majority.TWO_THIRDS_AGAINST: Required.TWO_THIRDS_AGAINST,
    kinds.Majority.ALL: Required.ALL,
}
CHOICES = {
    kinds.Choice.YES: Choice.YES,
    kinds.Choice.NO: Choice.NO,
    kinds.Choice.ABSTAIN: Choice.ABSTAIN,
}
CASTING = {kinds.Casting.YES: Choice.YES, kinds.Casting.NO: Choice.NO}
MODES = {None: Mode.HALL, kinds.Mode.HALL: Mode.HALL, kinds.Mode.REMOTE: Mode.REMOTE}
REQUESTS = {
    kinds.SpeechKind.SPEECH: RequestKind.SPEECH,
    kinds.SpeechKind.ANSWER: RequestKind.SPEECH,
    kinds.SpeechKind.REPLY: RequestKind.REPLY,
    kinds.SpeechKind.POINT_OF_ORDER: RequestKind.POINT_OF_ORDER,
}


def sentence(words: str) -> str:
    """Bifall till motionen"""
    return words[:1].upper() + words[1:]
