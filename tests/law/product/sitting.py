"""One long evening on which case after case of the rule book is put to the vote.

Members go home as it grows late: the cases with most present come first.  Acts that nobody waits
for are handed in together, so that sixty answers cost one commit.
"""

from typing import Any

from agenda.actions.proposals import make_proposal
from agenda.rules.proposals import ProposalKind
from meetings.actions.items import close_item, open_item, take_step
from meetings.actions.roll import leave, recuse
from meetings.models import Meeting
from meetings.queries import items
from tests.law.product.evening import Evening
from voting.actions.order import approve_order
from voting.actions.votes import begin_closing, cast_ballot, close_vote, open_vote
from voting.models import Vote
from voting.queries.questions import Question, next_question
from voting.queries.votes import latest_of
from voting.rules.majority import Choice

Plain = dict[str, Any]
OK = 200
STAY = frozenset({"S01", "M01", "C01", "V01", "V02"})


class Sitting(Evening):
    """Everybody is in the hall."""

    def rules(self, **settings: object) -> None:
        """The council's rules of procedure as they are in force this evening."""
        self.change(Meeting, self.meeting, procedure=self.row().procedure | settings)

    def gather(self, day: str, present: int) -> None:
        """So many answer the roll, the last on it are away."""
        staying = [name for name in self.people.members if name in STAY]
        others = [name for name in self.people.members if name not in STAY]
        here = {*staying, *others[: present - len(staying)]}
        self.begin(day, absent=[name for name in others if name not in here])

    def recuse(self, count: int) -> None:
        """In a conflict of interest, and nobody is called."""
        chosen = [name for name in self.here if name not in STAY][:count]
        self.together((self.people[name], recuse, (self.people[name],)) for name in chosen)

    def may_vote_on(self, item: int, asked: Question) -> bool:
        """Can a question be put?  It is taken back at once."""
        form = {"item": item, "kind": "main", "question": asked.text, "confirmed": 1}
        form |= {"yes_means": asked.yes_means, "no_means": asked.no_means}
        answer = self.act(self.chair, "POST", "/votes", **form)
        if answer.status_code != OK:
            return False
        url = f"/votes/{answer.json['made']}/abandonment"
        assert self.put(self.chair, url, reason="Prov") == OK
        return True

    def until(self, present: int) -> None:
        """So many are left; nobody may come back the same day (KL 5:20)."""
        here = self.here
        going = [name for name in reversed(here) if name not in STAY][: len(here) - present]
        self.together((self.people[name], leave, (None, True)) for name in going)
        assert len(here) - len(going) == present

    @property
    def here(self) -> list[str]:
        """Who serve, by name, in the order of their seats."""
        serving = set(self.voters())
        return [name for name in self.people.members if self.people[name] in serving]

    def take_up(self, item: int) -> None:
        acts = (open_item, (item,)), (take_step, (item, "debate", "presentation"))
        self.together((self.chair, act, told) for act, told in acts)

    def put_aside(self, item: int) -> None:
        """If it was taken up at all."""
        if not self.is_open(item):
            return
        self.wall.later(seconds=6)
        self.together([(self.chair, close_item, (item, True))])

    def make(self, item: int, kind: ProposalKind, text: str, by: str | None = None) -> int:
        """A proposal; of the executive board where nobody is named."""
        told = (None, None if by else "kommunstyrelsen")
        who = self.people[by] if by else self.clerk
        return self.submit(who, make_proposal, item, kind, text, *told)

    def read_back(self, item: int, order: list[int] | None = None) -> None:
        """The debate is closed; from three proposals on their order is approved."""
        acts: list[Any] = [(take_step, (item, "proposals", "debate"))]
        if order:
            acts.append((approve_order, (item, tuple(order))))
        self.together((self.chair, act, told) for act, told in acts)

    def vote_on(
        self, item: int, tally: Plain, asked: Question | None = None, last: str | None = None
    ) -> Vote:
        """Everybody answers, `last` is the chair's own answer; and it is closed."""
        vote = self.submit(self.chair, open_vote, item, asked, True)
        answers = [Choice(said) for said, count in tally.items() for _ in range(count)]
        voters = self.voters()
        if last:
            answers.remove(Choice(last))
        cast = list(zip(voters, answers, strict=False))
        cast += [(self.chair, Choice(last))] if last else []
        self.together(
            [
                *((person, cast_ballot, (vote, choice)) for person, choice in cast),
                (self.chair, begin_closing, (vote,)),
            ]
        )
        self.wall.later(seconds=5)
        self.together([(self.chair, close_vote, (vote,))])
        return self.vote(vote)

    def oppose(self, item: int, main: int, found: int) -> None:
        """All put by voice and a division asked for; then the opposing one is chosen by voice."""
        put = self.post(self.chair, f"/items/{item}/acclamations")
        assert self.put(self.chair, f"/acclamations/{put}/finding", proposal=main) == OK
        self.demand(item)
        put = self.post(self.chair, f"/items/{item}/acclamations")
        assert self.put(self.chair, f"/acclamations/{put}/finding", proposal=found) == OK
        form = {"text": "Motförslag", "how": "acclamation", "proposal": found}
        self.post(self.chair, f"/items/{item}/decisions", **form)

    def confirm_as_proposed(self, item: int) -> None:
        """Only one proposal, and nobody against it."""
        asked = self.next(item)
        assert asked is not None
        form = {"text": "Enligt förslaget", "how": "unopposed", "proposal": asked.yes_proposal_id}
        self.post(self.chair, f"/items/{item}/decisions", **form)

    def is_open(self, item: int) -> bool:
        with self.database.reading() as session:
            now = items.current(session, self.meeting)
            return now is not None and now.item.id == item

    def tied(self, item: int) -> Vote | None:
        """The even vote that waits."""
        with self.database.reading() as session:
            latest = latest_of(session, item)
            return latest if latest and latest.is_tied else None

    def next(self, item: int) -> Question | None:
        with self.database.reading() as session:
            return next_question(session, self.meeting, item)
