"""The three matters in which two thirds of those present decide, voted on late in the term.

An extra election is tabled on one evening and decided on another; half a year has gone since the
new council first met.
"""

from flask import Flask

from agenda.rules.proposals import ProposalKind
from tests.law.product.council import People, Told
from tests.law.product.sitting import Plain, Sitting
from tests.meetings.halls import Wall
from tests.worlds import Clients

FIRST_MEETING, FIRST, SECOND = "2026-10-19", "2027-05-03", "2027-06-07"
ANNOUNCED = {FIRST: "2027-04-26", SECOND: "2027-05-31"}
OUTCOMES = {
    "extra_election": ("EXTRA_ELECTION", "NO_EXTRA_ELECTION"),
    "popular_initiative": ("REFERENDUM_HELD", "REFERENDUM_REFUSED"),
    "nonpartisan_committee": ("LPV_DOES_NOT_APPLY", "LPV_APPLIES"),
}


class LateInTheTerm:
    """Cases by name, each with `matter`, `present` and `votes` as in the rule book.

    `first_time`: what became of an extra election on the first evening.
    """

    def __init__(
        self, app: Flask, clients: Clients, people: People, wall: Wall, cases: dict[str, Plain]
    ) -> None:
        self.cases, self.first_time = cases, Plain()
        self._world = app, clients, people, wall

    def decide(self) -> dict[str, Plain]:
        extra = [name for name in self.cases if self._matter(name) == "extra_election"]
        others = [name for name in self.cases if name not in extra]
        tabled = self._first_evening(extra)
        sitting = self._sitting(SECOND, others)
        items = dict(zip(others, sitting.items, strict=True))
        for name in extra:
            carried = {"item": tabled[name]}
            items[name] = sitting.post(sitting.clerk, "/agenda/carried", **carried)
        sitting.announce(ANNOUNCED[SECOND])
        sitting.gather(SECOND, 61)
        ours = {}
        for name in sorted(self.cases, key=lambda one: -int(self.cases[one]["present"])):
            sitting.until(self.cases[name]["present"])
            ours[name] = self._vote(sitting, items[name], self.cases[name])
            sitting.put_aside(items[name])
        return ours

    def _first_evening(self, names: list[str]) -> dict[str, int]:
        """An extra election is only tabled the first time, whatever is wanted (KL 5:50)."""
        sitting = self._sitting(FIRST, names)
        sitting.announce(ANNOUNCED[FIRST])
        sitting.gather(FIRST, 61)
        for item in sitting.items:
            sitting.take_up(item)
            always = "Ett ärende om extra val bordläggs alltid första gången (5 kap. 50 §)."
            refused = sitting.said(sitting.chair, "POST", "/votes", item=item)
            assert refused == (409, always)
            tabled = {"text": "Ärendet bordläggs.", "how": "by_law"}
            sitting.post(sitting.chair, f"/items/{item}/decisions", **tabled)
            self.first_time = {"carried": True, "ground": sitting.last()["how"]}
            sitting.put_aside(item)
        sitting.end()
        return dict(zip(names, sitting.items, strict=True))

    def _sitting(self, day: str, names: list[str]) -> Sitting:
        told: list[Told] = [(name, "decision", name, "kommunstyrelsen") for name in names]
        sitting = Sitting(*self._world, day, told)
        for name, item in zip(names, sitting.items, strict=True):
            form = {"special": self._matter(name)}
            if self._matter(name) == "extra_election":
                form["first_meeting"] = FIRST_MEETING
            assert sitting.said(sitting.clerk, "PUT", f"/agenda/{item}", **form) == (200, "")
        return sitting

    def _matter(self, name: str) -> str:
        return str(self.cases[name]["matter"])

    def _vote(self, sitting: Sitting, item: int, given: Plain) -> Plain:
        """In a popular initiative the votes that are counted are those against."""
        matter, rest = given["matter"], given["present"] - given["votes"]
        sitting.take_up(item)
        if matter == "nonpartisan_committee":
            self._committee(sitting, item)
        sitting.read_back(item)
        if matter == "nonpartisan_committee":
            sitting.confirm_as_proposed(item)
        tally = {"yes": given["votes"], "no": rest}
        if matter == "popular_initiative":
            tally = {"yes": rest, "no": given["votes"]}
        vote = sitting.vote_on(item, tally)
        for_it, not_for_it = OUTCOMES[matter]
        reached = vote.outcome == ("no" if matter == "popular_initiative" else "yes")
        outcome = for_it if vote.outcome == "yes" else not_for_it
        return {"needed": vote.needed, "reached": reached, "outcome": outcome}

    def _committee(self, sitting: Sitting, item: int) -> None:
        """It is set up, and somebody wants it outside the law on proportional elections."""
        sitting.make(item, ProposalKind.ADOPT, "Nämnden inrättas")
        sitting.make(item, ProposalKind.EXEMPT, "", "V02")
