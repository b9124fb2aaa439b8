"""PROTOCOL 10 and 11: a ballot survives a lost line and a reload, and is cast exactly once."""

import base64
from functools import cache
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from gmpy2 import mpz

from tests.assets.booth.devices import enter, vote
from tests.assets.booth.node import Bot, RefusedError, run
from tests.voting.ballot.elections import TIME, Held, board, chair
from voting.ballot import board as boards
from voting.ballot.ballots import tracker
from voting.ballot.making.credentials import new_credential
from voting.ballot.register import write_register

SERVER = """
import { openDesk } from "./desk.js";
import { Elections } from "./device/elections.js";
import { Memory } from "./device/memory.js";
import { trackerOf } from "./ballot/ballots.js";

const elections = new Elections();
const uuid = JSON.parse(told.election).uuid;
const about = { ...told, uuid, address: "/ballots", choices: [[0, 1, 0]] };

function device(answers) {
  const store = new Memory();
  const [sent, pauses] = [[], []];
  async function fetch(address, { body, signal, ...how }) {
    const { ballot } = await store.get(`ballot.${uuid}`);
    const same = !sent.length || body === sent[0].body;
    sent.push({ address, kept: ballot === body, same, ...how, body });
    const [status, said, wait] = answers.shift();
    if (!status) throw new TypeError("no net");
    const receipt = { election: uuid, tracker: await trackerOf(body), signature: "s", ...said };
    const headers = wait ? { "Retry-After": wait } : {};
    const answer = typeof said === "string" ? said : JSON.stringify(receipt);
    return new Response(answer, { status, headers });
  }
  const net = { fetch, pause: async (milliseconds) => void pauses.push(milliseconds) };
  return { open: () => openDesk({ store, net, elections }), sent, pauses };
}
"""
ONE = """
const played = [];
for (const [answers, jobs] of told.scenes) {
  const { open, sent, pauses } = device(answers);
  const said = [];
  let desk = open();
  for (const job of jobs) {
    if (job === "reload") desk = open();
    else said.push(await desk(job, about));
  }
  played.push({ said, pauses, sent: sent.map(({ body, ...one }) => one) });
}
answer(played);
"""
TWO = """
const { open } = device([]);
const tabs = [open(), open()];
const both = (job) => Promise.all(tabs.map((desk) => desk(job, about)));
answer([await both("enter"), await both("make"), await both("seal")]);
"""
NOWHERE = """
import { openDesk } from "./desk.js";
import { nothing } from "./device/store.js";
const desk = openDesk({ store: nothing, net: {} });
const about = { ...told, board: new Uint8Array() };
const said = await Promise.all(["enter", "state", "sit", "verify"].map((job) => desk(job, about)));
answer(said.map(({ refusal, answer }) => (refusal || answer.reasons[0]).code));
"""
CAST = ["enter", "make", "cast"]
OK, GONE, BUSY = [201, {}, 0], [0, {}, 0], [503, {}, 1]
LOST = {
    "twice": ([GONE, GONE, OK], [300, 1000]),
    "busy": ([BUSY, [200, {}, 0]], [1000]),
    "broken": ([[500, {}, 0], [429, {}, 3], OK], [300, 3000]),
    "impatient": ([[503, {}, 3600], OK], [10000]),
    "later": ([[408, {}, 0], [425, {}, 0], OK], [300, 1000]),
}
RELOADED = [*CAST, "reload", "state", "make", "resend", "reload", "state"]
NO_RECEIPTS = ["", "{}", '"x"', '{"election":1}', "<html>"]
OTHERS = [{"tracker": "x"}, {"election": "x"}]
SCENES = {
    "plain": ([OK], [*CAST, "state"]),
    "reloaded": ([*[GONE] * 6, OK], RELOADED),
    **{name: (answers, CAST) for name, (answers, _pauses) in LOST.items()},
    **{f"told {code}": ([[code, {}, 0]], [*CAST, "state", "make"]) for code in (409, 410)},
    **{
        f"refused {code}": ([[code, {}, 0], OK], [*CAST, "state", "make", "cast"])
        for code in (400, 413, 422)
    },
    **{f"other {wrong}": ([[201, wrong, 0]], [*CAST, "state"]) for wrong in OTHERS},
    **{f"said {said}": ([[201, said, 0], OK], [*CAST, "state", "resend"]) for said in NO_RECEIPTS},
}


def election() -> dict[str, str]:
    return {"election": chair().election.text, "trustees": chair().hands.trustees}


@cache
def played() -> dict[str, Any]:
    found = run(SERVER + ONE, {**election(), "scenes": list(SCENES.values())})
    return dict(zip(SCENES, found, strict=True))


def test_a_ballot_is_kept_before_it_is_sent_and_sent_without_a_name() -> None:
    found = played()["plain"]
    (sent,) = found["sent"]
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    how = {"method": "POST", "credentials": "omit", "headers": headers}
    assert sent == {"address": "/ballots", "kept": True, "same": True, **how}
    told, state = found["said"][2]["answer"], found["said"][3]["answer"]
    assert (told["state"], told["receipt"]["tracker"]) == ("cast", told["tracker"])
    own = {"tracker": told["tracker"], "receipt": told["receipt"]}
    assert state == {"credential": True, **own}


@pytest.mark.parametrize("scene", LOST)
def test_a_lost_line_sends_the_same_ballot_again(scene: str) -> None:
    (answers, pauses), found = LOST[scene], played()[scene]
    assert found["said"][2]["answer"]["state"] == "cast"
    assert found["pauses"] == pauses
    assert [one["same"] and one["kept"] for one in found["sent"]] == [True] * len(answers)


def test_a_reload_sends_the_same_ballot_again() -> None:
    found = played()["reloaded"]
    _entered, made, waiting, state, again, resent, last = found["said"]
    assert waiting["answer"] == {**made["answer"], "state": "waiting", "receipt": None}
    assert state["answer"]["tracker"] == made["answer"]["tracker"]
    assert again["refusal"]["code"] == "ALREADY_CAST"
    assert resent["answer"]["state"] == "cast"
    assert last["answer"]["receipt"] == resent["answer"]["receipt"]
    assert [one["same"] for one in found["sent"]] == [True] * 7


@pytest.mark.parametrize(("status", "code"), [(409, "ALREADY_CAST"), (410, "CLOSED")])
def test_what_the_server_says_of_the_urn_is_told(status: int, code: str) -> None:
    found = played()[f"told {status}"]
    assert found["said"][2]["refusal"]["code"] == code
    assert found["said"][3]["answer"]["tracker"] == found["said"][1]["answer"]["tracker"]
    assert found["said"][4]["refusal"]["code"] == "ALREADY_CAST"


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_ballot_that_the_server_never_takes_leaves_room_for_another(status: int) -> None:
    found = played()[f"refused {status}"]
    assert found["said"][2]["refusal"]["code"] == "REFUSED"
    assert found["said"][3]["answer"]["tracker"] is None
    assert found["said"][5]["answer"]["state"] == "cast"


@pytest.mark.parametrize("wrong", OTHERS)
def test_a_receipt_for_another_ballot_is_no_receipt(wrong: dict[str, str]) -> None:
    found = played()[f"other {wrong}"]
    assert found["said"][2]["refusal"]["code"] == "OTHER_ELECTION"
    assert found["said"][3]["answer"]["receipt"] is None


@pytest.mark.parametrize("said", NO_RECEIPTS)
def test_an_answer_that_is_no_receipt_is_none(said: str) -> None:
    found = played()[f"said {said}"]
    assert found["said"][2]["refusal"]["code"] == "NOT_CANONICAL"
    assert found["said"][3]["answer"]["receipt"] is None
    assert found["said"][4]["answer"]["state"] == "cast"  # it is in the urn, and sent again


def test_a_receipt_is_the_installations_own_word(bot: Bot) -> None:
    held, uuid = chair(), chair().election.uuid
    enter(bot, "Pia", held)
    mine = tracker(vote(bot, "Pia", held.election, [[0, 1, 0]]))
    key, other = (Ed25519PrivateKey.generate() for _key in range(2))
    receipt = {"election": uuid, "tracker": mine}
    told = {"uuid": uuid, "key": base64.b64encode(key.public_key().public_bytes_raw()).decode()}
    for signature in (signed(other, uuid, mine), signed(key, uuid, "x"), "", "?"):
        bent = receipt | {"signature": signature}
        assert refused(bot, "sent", who="Pia", receipt=bent, **told) == "NOT_SIGNED"
    whole = receipt | {"signature": signed(key, uuid, mine)}
    assert bot("Pia", "sent", receipt=whole, **told) == {"tracker": mine}
    assert bot("Pia", "state", uuid=uuid)["receipt"] == whole


def signed(key: Ed25519PrivateKey, uuid: str, mine: str) -> str:
    return base64.b64encode(key.sign(f"receipt|{uuid}|{mine}".encode())).rstrip(b"=").decode()


def test_two_tabs_have_one_credential_and_cast_one_ballot() -> None:
    entered, _made, sealed = run(SERVER + TWO, election())
    assert entered[0] == entered[1]
    assert [one.get("refusal", {}).get("code") for one in sealed] == [None, "ALREADY_CAST"]


def test_where_nothing_can_be_kept_nobody_votes_but_anyone_may_check() -> None:
    seat = {"group": chair().election.group.name, "seat": 1, "seats": 3, "threshold": 2}
    assert run(NOWHERE, {**election(), **seat, "ceremony": "7"}) == ["NO_MEMORY"] * 3 + [
        "CONTAINER_HEADER"
    ]


def test_a_device_sees_that_it_is_in_the_register_and_how_many_there_are(bot: Bot) -> None:
    held = chair()
    own = mpz(enter(bot, "Ulla", held)["public"])
    others = [voter.public for voter in held.voters]
    told = {"uuid": held.election.uuid, "register": write_register([own, *others])}
    assert bot("Ulla", "listed", count=5, **told) == {"size": 5}
    assert refused(bot, "listed", count=6, **told) == "COUNT_DIFFERS"
    told["register"] = write_register(others)
    assert refused(bot, "listed", count=4, **told) == "NOT_LISTED"
    told["register"] = f'["{own}","{own}"]'
    assert refused(bot, "listed", count=2, **told) == "CREDENTIAL_REGISTER"


def test_a_device_finds_its_ballot_in_the_urn_and_forgets_it(bot: Bot) -> None:
    held, uuid = chair(), chair().election.uuid
    own = mpz(enter(bot, "Hans", held)["public"])
    text = vote(bot, "Hans", held.election, [[0, 1, 0]])
    without, whole = urn(held, own, []), urn(held, own, [text])
    register = write_register([own, *(voter.public for voter in held.voters)])
    bot("Hans", "listed", uuid=uuid, register=register, count=5)
    assert bot("Hans", "find", uuid=uuid, board=without)["found"] is False
    assert bot("Hans", "state", uuid=uuid)["credential"] is True
    assert refused(bot, "find", who="Hans", uuid=uuid, board=whole[:-8]) == "CONTAINER_BYTES"
    assert refused(bot, "find", who="Hans", uuid=uuid, board=stuffed(held, own, text)) == "NOT_SEEN"
    other = base64.b64encode(board().archive).decode()
    assert refused(bot, "find", who="Hans", uuid=uuid, board=other) == "OTHER_ELECTION"
    found = bot("Hans", "find", uuid=uuid, board=whole)
    assert (found["found"], found["ballots"]) == (True, 5)
    left = {"credential": False, "tracker": tracker(text), "receipt": None}
    assert bot("Hans", "state", uuid=uuid) == left


def test_a_ballot_is_found_again_after_a_reload_and_no_other_is_made(bot: Bot) -> None:
    held, uuid = chair(), chair().election.uuid
    own = mpz(enter(bot, "Gun", held)["public"])
    whole = urn(held, own, [vote(bot, "Gun", held.election, [[0, 1, 0]])])
    for _time in range(2):
        assert bot("Gun", "find", uuid=uuid, board=whole)["found"] is True
        enter(bot, "Gun", held)  # as the page does when it is loaded
    again = {"uuid": uuid, "choices": [[0, 1, 0]]}
    assert refused(bot, "make", who="Gun", **again) == "ALREADY_CAST"


def stuffed(held: Held, own: mpz, text: str) -> str:
    """The register has got one more since it was shown."""
    return urn(held, own, [text], new_credential(held.election.group, "x").public)


def urn(held: Held, own: mpz, more: list[str], *others: mpz) -> str:
    register = write_register([own, *others, *(voter.public for voter in held.voters)])
    whole = boards.set_up(TIME, held.election.text, held.hands.trustees, register)
    return base64.b64encode(boards.seal(whole, [*held.ballots, *more])).decode()


def refused(bot: Bot, job: str, who: str = "Ulla", **told: object) -> str:
    with pytest.raises(RefusedError) as found:
        bot(who, job, **told)
    return found.value.code
