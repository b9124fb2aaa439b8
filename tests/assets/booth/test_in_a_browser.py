"""The built program in a real browser: what is kept there, what is sent, what survives a reload."""

import pytest
from gmpy2 import mpz
from playwright.sync_api import Browser

from tests.assets.booth.served import ask, integrity, opened, served
from tests.voting.ballot.elections import Held, chair
from voting.ballot.ballots import check_contents, read_ballot
from voting.ballot.register import write_register

pytestmark = pytest.mark.browser

KEPT = """() => new Promise((resolve) => {
  const opening = indexedDB.open("klubba-booth");
  opening.onsuccess = () => {
    const kept = opening.result.transaction("kept").objectStore("kept");
    const [names, values] = [kept.getAllKeys(), kept.getAll()];
    kept.transaction.oncomplete = () => resolve(values.result.map(({ key, data }, at) => [
      names.result[at], key.extractable, new TextDecoder().decode(data).includes("credential"),
    ]));
  };
})"""

TEAM = """async ([election, ballots]) => {
  const { Team } = await import("/assets/booth/device/team.js");
  const { readElection } = await import("/assets/booth/ballot/election.js");
  const team = new Team(() => new Worker("/static/vendor/booth/worker.js"), 4);
  let last = 0;
  const told = await readElection(election);
  const found = await team.proven(told, ballots, (done) => { last = done; });
  return [found.length, last];
}"""
LONG_AGO = """() => new Promise((resolve) => {
  const opening = indexedDB.open("klubba-booth");
  opening.onsuccess = () => {
    const kept = opening.result.transaction("kept", "readwrite").objectStore("kept");
    kept.put({ key: {}, data: new Uint8Array(), until: 1 }, "member.old");
    kept.transaction.oncomplete = resolve;
  };
})"""


def test_a_ballot_outlives_a_reload_and_goes_without_a_cookie(browser: Browser) -> None:
    held, uuid = chair(), chair().election.uuid
    with served(uuid) as (address, taken):
        device = browser.new_context()
        device.add_cookies([{"name": "session", "value": "Bo", "url": address}])
        page = device.new_page()
        page.goto(address)
        assert opened(page, "sha384-" + "A" * 64) == "ALTERED"
        assert opened(page, integrity()) == "open"
        told = {"election": held.election.text, "trustees": held.hands.trustees}
        own = ask(page, "enter", **told)["public"]
        register = write_register([mpz(own), *(voter.public for voter in held.voters)])
        assert ask(page, "listed", uuid=uuid, register=register, count=5) == {"size": 5}
        made = ask(page, "make", uuid=uuid, choices=[[0, 1, 0]])
        sealed = ask(page, "seal", uuid=uuid)["ballot"]
        page.reload()
        assert opened(page, integrity()) == "open"
        assert ask(page, "enter", **told)["public"] == own
        assert ask(page, "state", uuid=uuid)["tracker"] == made["tracker"]
        assert ask(page, "resend", uuid=uuid, address="/ballots")["state"] == "cast"
        assert taken == [(sealed, None)]
        check_made(held, sealed, own)
        parts = ("ballot", "member", "receipt", "register")
        kept = [[f"{part}.{uuid}", False, False] for part in parts]
        assert page.evaluate(KEPT) == kept
        ask(page, "forget", uuid=uuid)
        assert page.evaluate(KEPT) == [kept[2]]
        page.evaluate(LONG_AGO)
        assert [name for name, _key, _data in page.evaluate(KEPT)] == ["member.old", kept[2][0]]
        assert opened(page, integrity()) == "open"
        ask(page, "state", uuid=uuid)
        assert page.evaluate(KEPT) == [kept[2]]  # what is too old goes by itself
        device.close()


def test_several_workers_check_an_urn_beside_each_other(browser: Browser) -> None:
    """As many as the device has cores for; four are claimed here, whatever there is."""
    held = chair()
    with served(held.election.uuid) as (address, _taken):
        page = browser.new_context().new_page()
        page.goto(address)
        assert page.evaluate(TEAM, [held.election.text, [*held.ballots, "{}"]]) == [4, 1]


def check_made(held: Held, sealed: str, own: str) -> None:
    ballot = read_ballot(sealed)
    check_contents(held.election, ballot)
    assert str(ballot.credential) == own
