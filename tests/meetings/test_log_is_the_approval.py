"""Whatever is tried with the minutes, allowed or not, folding the log gives the tables.

And: nothing is approved but by everybody who was asked, each for that very text (KL 5:69).
"""

import hashlib
from datetime import timedelta
from random import Random

from hypothesis.stateful import invariant
from sqlalchemy.orm import Session

from meetings.actions import approval, board, conduct, items, planning, roll
from meetings.actions.minutes import edit_minutes
from meetings.actions.registering import hand_out_documents
from meetings.facts import approval as facts
from meetings.queries.approval import stamp
from meetings.queries.minutes import text_at
from meetings.rules.personal_data import Personal
from tests.machines import House, act, by_chance, kinds_in, not_come_by, often
from tests.meetings import approving
from tests.meetings.approving import Text
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PIA, PLANNED, SIV

CALL, NOTICES = 7, 12
PEOPLE = [ANNA, ANNA, ANNA, BO, BO, BO, 4, 4, 4, BEA, 5, KLARA, PIA, SIV, DAN]
MOSTLY = [KLARA] * 6 + [ANNA, BO, PIA]
WHEN = ("2026-12-18", None, "Kansliet", True)
HOUSES, ACTS = 12, 120


class Approvals(House):
    """The afternoons after a meeting of five, until its minutes are on the board."""

    head = PLANNED
    fold = staticmethod(approving.fold)

    def begin(self, chance: Random) -> None:
        """The meeting goes on or is over; who verifies is chosen or not."""
        assert self.allowed(planning.convene, by=KLARA)
        assert self.allowed(conduct.open_meeting, by=ANNA)
        for seat in range(1, self.seats + 1):
            self.attempt(roll.answer_roll, seat, "hall", by=KLARA)
        assert self.allowed(roll.finish_roll, by=ANNA)
        for item in (CALL, NOTICES):
            assert self.allowed(items.open_item, item, by=ANNA)
            assert self.allowed(items.close_item, item, True, by=ANNA)
        if chance.random() < 0.9:
            assert self.allowed(approval.choose_verifiers, (BO, 4), *WHEN, by=ANNA)
        if chance.random() < 0.8:
            assert self.allowed(conduct.close_meeting, True, by=ANNA)

    @act(2, chance=by_chance)
    def choose(self, chance: Random) -> None:
        people = chance.sample([BO, 4, 5, ANNA, SIV], chance.choice([1, 2, 2, 2, 3]))
        self.attempt(approval.choose_verifiers, tuple(people), *WHEN, by=chance.choice(MOSTLY))

    @act(4, chance=by_chance)
    def make_ready(self, chance: Random) -> None:
        with self.database.reading() as session:
            now = stamp(session, PLANNED) if chance.random() < 0.9 else "of another moment"
        height = len(self.entries())
        item = chance.choice([None, None, CALL, NOTICES, 9])
        made = (item, f'{{"n":{height}}}', now, height)
        self.attempt(approval.make_ready, *made, by=chance.choice(MOSTLY))

    @act(9, chance=by_chance)
    def accept(self, chance: Random) -> None:
        number, text = self.some_text(chance)
        digest = text.digest if text and chance.random() < 0.9 else "of another text"
        self.attempt(approval.accept, number, digest, by=chance.choice(PEOPLE))

    @act(3, chance=by_chance)
    def go_round(self, chance: Random) -> None:
        """To each who was asked; the chair not always last."""
        number, text = self.some_text(chance)
        asked = [*text.answers] if text else []
        for person in chance.sample(asked, len(asked)):
            self.attempt(approval.accept, number, text and text.digest, by=person)

    @act(1, chance=by_chance)
    def object_to(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        reason = chance.choice(["", "Jag yrkade avslag.", "Fel datum."])
        self.attempt(approval.object_to, number, reason, by=chance.choice(PEOPLE))

    @act(9, chance=by_chance)
    def sign(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        on = self.wall.moment.date() - timedelta(days=chance.choice([0, 0, 1, 1, 2, -1, 9]))
        signed = (number, chance.choice(PEOPLE), on.isoformat())
        self.attempt(approval.sign_on_paper, *signed, by=chance.choice(MOSTLY))

    @act(1, chance=by_chance)
    def take_back(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        self.attempt(approval.take_back, number, by=chance.choice(MOSTLY))

    @act(1, chance=by_chance)
    def edit(self, chance: Random) -> None:
        place = chance.choice(["opening", f"item:{NOTICES}", "item:9"])
        with self.database.reading() as session:
            written = text_at(session, PLANNED, place)
            number = written.version if written else 0
        self.attempt(edit_minutes, place, f"Text {number}", number, by=chance.choice(MOSTLY))

    @act(2, chance=by_chance)
    def mask(self, chance: Random) -> None:
        text = chance.choice(["x", "Karin Holm", "070-1"])
        hides = chance.random() < 0.6
        by = chance.choice(MOSTLY)
        self.attempt(approval.decide_mask, text, Personal.NAME, hides, None, by=by)

    @act(2, chance=by_chance)
    def publish(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        self.attempt(approval.publish, number, chance.choice([0, 0, 1]), by=chance.choice(MOSTLY))

    @act(2, chance=by_chance)
    def keep(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        self.attempt(approval.keep_file, number, "f" * 64, None, by=None)

    @act(3, chance=by_chance)
    def announce(self, chance: Random) -> None:
        """On the board; once for each text, and only when it is approved."""
        number, text = self.some_text(chance)
        told = (number, chance.choice(["Kansliet", "Kansliet", " "]))
        done = self.allowed(approval.announce, *told, by=chance.choice(MOSTLY))
        assert not done or (text is not None and text.state == "approved")

    @act(2, chance=by_chance)
    def change_the_board(self, chance: Random) -> None:
        notice, by = chance.choice([1, 2, 3, 4, 99]), chance.choice(MOSTLY)
        if chance.random() < 0.5:
            self.attempt(board.take_down, notice, chance.random() < 0.5, by=by)
        else:
            self.attempt(board.post_again, notice, by=by)

    @act(1, chance=by_chance)
    def hand_out(self, chance: Random) -> None:
        """To the municipality's register: by the office, and each time it is told."""
        self.attempt(hand_out_documents, 12, 1, "0" * 64, by=chance.choice(MOSTLY))

    @act(1)
    def close(self) -> None:
        self.attempt(conduct.close_meeting, True, by=ANNA)

    @act(2, chance=by_chance)
    def wait(self, chance: Random) -> None:
        self.wall.later(hours=chance.choice([1, 30]))

    def some_text(self, chance: Random) -> tuple[int, Text | None]:
        """The latest, mostly."""
        texts = self.told().texts
        if not texts or chance.random() < 0.1:
            return 99, None
        number = max(texts) if chance.random() < 0.8 else chance.choice(sorted(texts))
        return number, texts[number]

    @invariant()
    def approved_is_approved_by_everybody_who_was_asked(self) -> None:
        for text in self.told().texts.values():
            everybody = all(text.answers.values())
            assert (text.state == "approved") == (everybody and text.state != "returned")
            assert text.approved_on == (max(text.answers.values()) if everybody else None)  # type: ignore[type-var]

    @invariant()
    def one_text_waits_or_holds_for_each_part(self) -> None:
        held = [one.item for one in self.told().texts.values() if one.state != "returned"]
        assert len(held) == len(set(held))

    @invariant()
    def only_what_is_approved_is_kept_or_published(self) -> None:
        out = [one for one in self.told().texts.values() if one.file or one.is_published]
        assert {one.state for one in out} <= {"approved"}

    @invariant()
    def the_same_is_announced_once_at_a_time(self) -> None:
        up = [one.items for one in self.told().notices.values() if not one.is_down]
        assert len(up) == len(set(up))

    @invariant()
    def the_text_is_the_one_that_was_made_ready(self) -> None:
        for paper, digest in self.eye.execute("SELECT paper, digest FROM minutes_versions"):
            assert hashlib.sha256(paper.encode()).hexdigest() == digest

    @invariant()
    def only_those_asked_and_the_office_have_done_anything(self) -> None:
        done = {
            (one.actor_id, one.kind) for one in self.entries() if one.kind.startswith("minutes.")
        }
        assert {kind for person, kind in done if person in (PIA, SIV, DAN, BEA)} == set()
        edits = {"minutes.masked", "minutes.published"}
        assert {person for person, kind in done if kind in edits} <= {KLARA}

    def tables(self, session: Session) -> approving.Told:
        return approving.tables(session, PLANNED)


TestApprovals = Approvals.TestCase
TestApprovals.settings = often(runs=6, steps=20)


def test_long_afternoons_of_all_sorts_come_by_every_fact() -> None:
    afternoons = (Approvals() for _ in range(HOUSES))
    assert not_come_by(kinds_in(facts), afternoons, acts=ACTS) == set()
