"""The tellers make their key over the net, a message at a time.  PROTOCOL 8."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from core import clock
from core.workers import Workers
from councils.rules.procedure import ElectionMethod
from meetings.models import Handling, Meeting
from tests.voting.ballot.sittings import said
from tests.voting.bots import ADOPTED, TELLERS, Bots
from tests.voting.chambers import Chamber
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN
from voting.ballot.group import BELENIOS_2048
from voting.ballot.rounds import Round
from voting.ballot.trustees import read_trustees
from voting.models import KeyCeremony, TellerMessage, TrusteeSeat
from voting.queries import tellers
from voting.rules.elections import methods
from voting.rules.tellers import Light, Stopped


class AtOnce(Workers):
    """In this process: what is tried here is the order of things, not another process."""

    def __init__(self) -> None:
        pass

    def run(self, function, *args, **kwargs):  # type: ignore[no-untyped-def]
        return function(*args, **kwargs)


@pytest.fixture(autouse=True)
def all_methods(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if everything were built that a key is for."""
    monkeypatch.setattr(methods, "BUILT", frozenset(ElectionMethod))


@pytest.fixture
def bots(chamber: Chamber) -> Iterator[Bots]:
    extensions = chamber.app.extensions
    kept, extensions["workers"] = extensions["workers"], AtOnce()
    yield Bots(chamber)
    extensions["workers"] = kept


def ceremony(bots: Bots) -> KeyCeremony:
    with bots.chamber.database.reading() as session:
        found: KeyCeremony = session.get_one(KeyCeremony, bots.ceremony)
        return found


def usable(bots: Bots) -> int | None:
    with bots.chamber.database.reading() as session:
        found = tellers.ready(session, OPEN)
        return found.id if found else None


def lies_there(bots: Bots) -> int:
    with bots.chamber.database.reading() as session:
        return len(session.scalars(select(TellerMessage)).all())


def test_three_tellers_make_a_key_and_say_that_the_words_agree(bots: Bots) -> None:
    made = bots.hold()
    assert usable(bots) == made
    found = ceremony(bots)
    [held] = read_trustees(BELENIOS_2048, f"[{found.tellers}]").sharers
    assert (held.threshold, len(held.public_keys), found.threshold) == (2, 3, 2)
    words = {tuple(bots.standing(person)["words"]) for person in TELLERS}
    assert len(words) == 1
    assert bots.standing(BO)["light"] == Light.GREEN
    assert bots.chamber.kinds()[-1] == "tellers.chosen"  # of the key nothing goes to the log


def test_it_is_no_key_before_everybody_has_heard_the_same_words(bots: Bots) -> None:
    bots.place()
    bots.chamber.change(KeyCeremony, bots.ceremony, ready_at=None)
    bots.chamber.change(TrusteeSeat, (bots.ceremony, 3), agreed_at=None)
    bots.agree(ANNA, BEA)
    assert usable(bots) is None
    bots.agree(BO)
    assert usable(bots) == bots.ceremony


def test_each_waits_for_all(bots: Bots) -> None:
    bots.choose()
    bots.start()
    assert bots.answer(ANNA)
    assert bots.answer(ANNA) is None
    assert bots.say(ANNA, Round.SHOW, "{}") == (409, "Rösträknarna är inte i den omgången.")
    assert bots.standing(BO)["round"] == Round.HIDE


def test_sent_again_it_counts_once_and_another_answer_is_refused(bots: Bots) -> None:
    bots.choose()
    bots.start()
    text = bots.answer(ANNA)
    assert text
    again = f"/ceremonies/{bots.ceremony}/rounds/1"
    headers = {"Idempotency-Key": "another key", "Accept": "application/json"}
    client = bots.chamber.clients.sign_in(ANNA)
    for body, status in ((text, 200), ("0" * 64, 409)):
        headers["Idempotency-Key"] += "."
        url = f"/meetings/{OPEN}{again}"
        answer = client.put(url, data=body, headers=headers, content_type="application/json")
        assert answer.status_code == status
    assert lies_there(bots) == 1
    copied = bots.say(BEA, Round.HIDE, text)
    assert copied == (409, "En annan rösträknare har skickat exakt samma sak.")


def test_a_false_message_is_told_and_changes_nothing(bots: Bots) -> None:
    bots.choose()
    bots.start()
    bots.play(rounds=1)
    status, words = bots.say(ANNA, Round.SHOW, '{"certificate":"x","nonce":"y"}')
    assert (status, words) == (
        400,
        "Det som enheten skickade stämmer inte (NOT_CANONICAL). Avbryt och gör om nyckeln.",
    )
    assert lies_there(bots) == 3
    assert bots.answer(ANNA)


def test_a_message_that_is_too_long_is_not_read(bots: Bots) -> None:
    bots.choose()
    bots.start()
    assert bots.say(ANNA, Round.HIDE, "0" * 100_001)[0] in (400, 413)
    assert lies_there(bots) == 0


def test_nobody_hears_words_that_have_not_come(bots: Bots) -> None:
    bots.choose()
    made = bots.start()
    refused = bots.chamber.said(BO, "PUT", f"/ceremonies/{made}/agreement")
    assert refused == (409, "Orden har inte kommit än.")


def test_only_a_teller_sits_at_the_table(bots: Bots) -> None:
    bots.choose()
    bots.start()
    assert bots.say(KLARA, Round.HIDE, "0" * 64)[0] == 403
    assert bots.standing(KLARA) == {}
    refused = bots.chamber.said(4, "PUT", f"/ceremonies/{bots.ceremony}/agreement")
    assert refused == (403, "Bara den som är rösträknare kan göra det här.")


def test_words_that_differ_stop_it_and_a_new_one_is_made(bots: Bots) -> None:
    bots.choose()
    first = bots.start()
    bots.play(rounds=2)
    assert bots.chamber.put(BO, f"/ceremonies/{first}/end", differ=1) == 200
    assert lies_there(bots) == 0
    assert bots.standing(ANNA)["stopped"]
    assert ceremony(bots).stopped_why == Stopped.WORDS_DIFFER
    assert bots.say(ANNA, Round.BIND, "0" * 64)[0] == 409
    assert bots.start() != first
    assert bots.standing(ANNA)["round"] == Round.HIDE


def test_a_new_key_replaces_the_old_one_for_what_comes_after(bots: Bots) -> None:
    first = bots.place()
    assert usable(bots) == first
    bots.start()
    assert usable(bots) is None


def test_the_chair_may_stop_it_and_others_may_not(bots: Bots) -> None:
    bots.choose()
    made = bots.start()
    refused = bots.chamber.said(4, "PUT", f"/ceremonies/{made}/end")
    assert refused == (403, "Bara rösträknarna och den som leder sammanträdet avbryter.")
    assert bots.chamber.put(KLARA, f"/ceremonies/{made}/end") == 200
    assert bots.chamber.said(ANNA, "PUT", f"/ceremonies/{made}/end")[0] == 409


@pytest.mark.parametrize(
    ("people", "settings", "said"),
    [
        ((ANNA, BEA), ADOPTED, "Nyckeln delas av tre eller fem rösträknare. Välj så många."),
        ((ANNA, 6, 11), ADOPTED, "Rösträknarna ska komma från minst två partier."),
        (
            TELLERS,
            {"election_methods": ["paper"]},
            "Valsättet finns inte i arbetsordningen.",
        ),
    ],
)
def test_without_the_right_tellers_and_a_decision_there_is_no_key(
    chamber: Chamber, people: tuple[int, ...], settings: dict[str, object], said: str
) -> None:
    chamber.settings(**settings)
    chosen = ",".join(map(str, people))
    assert chamber.act(ANNA, "POST", "/tellers", people=chosen, confirmed=1).status_code == 200
    assert chamber.said(ANNA, "POST", "/ceremonies") == (409, said)


def test_no_key_is_offered_as_long_as_it_opens_nothing(
    chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(methods, "BUILT", frozenset({ElectionMethod.PAPER}))
    Bots(chamber).choose()
    page = chamber.clients.sign_in(ANNA).get(f"/meetings/{OPEN}/tellers")
    assert "Låt rösträknarna skapa nyckeln" not in page.text
    said = "Klubba håller inte val på det sättet än. Välj valsedlar på papper."
    assert chamber.said(ANNA, "POST", "/ceremonies") == (409, said)


def test_keys_that_do_not_open_what_is_closed_are_given_up(bots: Bots) -> None:
    """Even if each answer was let through: they are tried together before anybody votes."""
    made = bots.place()
    bots.chamber.change(KeyCeremony, made, tellers=None, ready_at=None)
    bots.chamber.change(TellerMessage, (made, Round.REHEARSE, 2), text=said(Round.REHEARSE, 1))
    with bots.chamber.database.writing() as session, session.begin():
        session.delete(session.get_one(TellerMessage, (made, Round.REHEARSE, 3)))
    assert bots.say(BO, Round.REHEARSE, said(Round.REHEARSE, 3)) == (200, "")
    assert ceremony(bots).stopped_why == Stopped.KEYS_DO_NOT_FIT
    assert usable(bots) is None


def test_five_share_it_in_a_large_council(bots: Bots) -> None:
    five = Bots(bots.chamber, (ANNA, BEA, BO, 4, 5))
    five.choose()
    five.start()
    five.play(rounds=1)
    assert ceremony(five).threshold == 3
    assert [one["rounds"] for one in five.standing(BO)["tellers"]] == [1] * 5


def test_a_silent_teller_turns_the_light_yellow_and_two_turn_it_red(bots: Bots) -> None:
    made = bots.place()
    silences = bots.chamber.app.extensions["silences"]
    clock = [100.0]
    silences._now = lambda: clock[0]
    for person in TELLERS:
        bots.standing(person)
    silences.tick()
    clock[0] += 8
    bots.standing(ANNA)
    bots.standing(BEA)
    silences.tick()
    assert bots.standing(ANNA)["light"] == Light.YELLOW
    clock[0] += 8
    bots.standing(ANNA)
    silences.tick()
    told = bots.standing(ANNA)
    assert (told["light"], told["figures"]["is_enough"]) == (Light.RED, False)
    bots.standing(BO)
    silences.tick()
    assert bots.standing(ANNA)["light"] == Light.YELLOW
    assert usable(bots) == made


def test_when_all_have_forgotten_the_key_nothing_lies_on_the_table(bots: Bots) -> None:
    made = bots.place()
    for person in TELLERS:
        assert lies_there(bots) == 18
        assert bots.chamber.put(person, f"/ceremonies/{made}/oblivion") == 200
    assert lies_there(bots) == 0
    assert bots.standing(BO)["figures"]["deleted"] == 3


def test_the_table_is_cleared_when_the_meeting_is_over(bots: Bots) -> None:
    bots.place()
    chamber = bots.chamber
    chamber.change(Handling, 1, closed_at=clock.now())
    assert chamber.said(ANNA, "PUT", "/closure", confirmed=1) == (200, "")
    chamber.app.extensions["live"].flush()
    assert lies_there(bots) == 0
    with chamber.database.reading() as session:
        assert session.get_one(Meeting, OPEN).closed_at
    assert ceremony(bots).tellers
