"""A question put to the vote: opened in the package's words, answered seat by seat, closed."""

from dataclasses import dataclass, field
from datetime import timedelta

from core.errors import NeedsConfirmation
from meetings.models import Mode
from voting.actions.decisions import gavel
from voting.actions.votes import (
    begin_closing,
    cast_ballot,
    close_vote,
    open_vote,
    use_casting_vote,
)
from voting.models import How, Verdict, Vote
from voting.queries.questions import Question
from web.packages.kinds import Choice
from web.packages.schema import QuestionRow, VoteRow
from web.replay.hands import Hands
from web.replay.house import House, SeatNow
from web.replay.script import Asked
from web.replay.seating import Seating
from web.replay.words import CASTING, CHOICES, MAJORITIES, VOTE_KINDS, sentence

AS_RECORDED = "Frågan är ställd så enligt handlingarna från sammanträdet."
COUNTDOWN = timedelta(seconds=10)


class CastingVoteMissing(Exception):  # noqa: N818
    """The product never chooses (KL 5:56), so here the meeting stands still."""

    def __init__(self, question: QuestionRow) -> None:
        super().__init__(question)
        self.question = question


@dataclass
class Voting:
    """`held`: the vote in the house, by item and question."""

    house: House
    hands: Hands
    seating: Seating
    held: dict[tuple[int, int], int] = field(default_factory=dict)

    def hold(self, item: int, asked: Asked) -> None:
        question, before = asked.question, self.house.seats()
        voters = self._seat(asked.answers)
        leads = self.seating.let_lead()
        vote = self._open(item, question, leads)
        self.held[question.key] = vote
        self._cast(vote, asked.answers, voters, leads)
        self._close(vote, leads)
        verdict = self._break_tie(vote, question, leads)
        won = question.yes_means if verdict == Verdict.YES else question.no_means
        self.hands.soon(gavel, item, sentence(won), How.DIVISION, None, vote, by=leads)
        for seat, voter in voters.items():
            if voter is None and (person := before[seat].serving) is not None:
                self._sit_again(before[seat], person)

    def _seat(self, answers: tuple[VoteRow, ...]) -> dict[int, int | None]:
        """Who votes in which seat; where the list names nobody, whoever sits there."""
        seats = self.house.seats()
        voters: dict[int, int | None] = {}
        for answer in answers:
            now = seats[answer.seat]
            if answer.choice is Choice.ABSENT:
                voters[answer.seat] = None
            elif answer.voter is not None:
                voters[answer.seat] = self.house.people[answer.voter]
            else:
                voters[answer.seat] = now.serving or now.member
        wrong = {seat: one for seat, one in voters.items() if seats[seat].serving != one}
        for seat in wrong:
            if seats[seat].serving is not None:
                self.seating.as_voted(seat, None)
        for seat, one in wrong.items():
            self.seating.as_voted(seat, one)
        return voters

    def _open(self, item: int, row: QuestionRow, leads: int) -> int:
        question = Question(
            VOTE_KINDS[row.kind],
            MAJORITIES[row.majority],
            f"Ja för {row.yes_means}. Nej för {row.no_means}.",
            sentence(row.yes_means),
            sentence(row.no_means),
        )
        try:
            return self.hands.act(open_vote, item, question, by=leads)
        except NeedsConfirmation:
            return self.hands.act(open_vote, item, question, True, AS_RECORDED, by=leads)

    def _cast(
        self,
        vote: int,
        answers: tuple[VoteRow, ...],
        voters: dict[int, int | None],
        leads: int,
    ) -> None:
        """The chair last."""
        for answer in sorted(answers, key=lambda one: voters[one.seat] == leads):
            if (voter := voters[answer.seat]) is not None:
                self.hands.soon(cast_ballot, vote, CHOICES[answer.choice], by=voter)

    def _close(self, vote: int, leads: int) -> None:
        self.hands.soon(begin_closing, vote, True, by=leads)
        self.hands.clock.go_to(self.hands.clock.moment + COUNTDOWN)
        self.hands.soon(close_vote, vote, by=leads)

    def _break_tie(self, vote: int, row: QuestionRow, leads: int) -> str | None:
        verdict = self._verdict(vote)
        if verdict == Verdict.TIE:
            if row.casting_vote is None:
                raise CastingVoteMissing(row)
            self.hands.soon(use_casting_vote, vote, CASTING[row.casting_vote], True, by=leads)
            verdict = self._verdict(vote)
        return verdict

    def _sit_again(self, before: SeatNow, person: int) -> None:
        """Absent in the list, though by the attendance she had not gone."""
        if not self.house.has_lost_line(person):
            self.seating.come(before.seat, person, Mode(before.mode or Mode.HALL))

    def _verdict(self, vote: int) -> str | None:
        with self.house.reading() as session:
            return session.get_one(Vote, vote).outcome
