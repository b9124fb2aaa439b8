"""One whole hybrid meeting in a browser, from summons to minutes in PDF.

Chair, two members (one at a distance who loses the net and comes back), clerk, political secretary,
the hall's screen and the public, each on a page of their own.
"""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser import Enter
from tests.contracts.wires import ROOT
from tests.e2e.people import Chair, all_do, presses, sees
from tests.served import Town
from tests.worlds import ANNA, BO, KLARA, PIA, PLANNED

MEETING = f"/meetings/{PLANNED}"
DORA = 4  # a member in the hall
OTHERS = [person for person in range(2, 22) if person not in (BO, DORA)]
ITEM = 9  # Ny simhall i Östra parken


@pytest.mark.browser
@pytest.mark.timeout(300)
def test_from_summons_to_minutes(town: Town, enter: Enter) -> None:
    clerk = enter(KLARA, f"{MEETING}/clerk", width=1366, height=768)
    presses(clerk, "Skapa kungörelse och kallelse", "#now")
    sees(clerk, "Kallelsen har gått ut", "#now")
    chair = Chair(enter(ANNA, f"{MEETING}/chair", width=1366, height=768))
    bo = enter(BO, f"{MEETING}/member", width=820, height=1180)
    dora = enter(DORA, f"{MEETING}/member")
    hall = enter(BO, f"{MEETING}/hall", width=1920, height=1080)
    public = enter(BO, f"{MEETING}/live")
    desk = enter(PIA, f"{MEETING}/support", width=1366, height=768)
    roll_call(town, chair, clerk, bo, dora)
    sees(hall, "21 av 21")
    formalities(town, chair)
    debate(chair, clerk, bo, dora, hall)
    sees(desk, "Ny simhall", "#now")
    decide(town, chair, bo, dora, hall, public)
    adjourn_and_close(chair, hall)
    minutes_are_there(town, clerk)


def roll_call(town: Town, chair: Chair, clerk: Page, bo: Page, dora: Page) -> None:
    chair.press("Öppna sammanträdet")
    presses(bo, "Jag är på distans", "#here")
    presses(dora, "Jag är i salen", "#here")
    all_do(town, OTHERS, "PUT", f"{MEETING}/attendance", mode="hall")
    presses(clerk, "Ja, i salen", "#seat-1")
    presses(chair.page, "Jag ser vem det är", "#alarms")
    sees(chair.page, "21 av 21 · beslutsför", "#head")
    chair.press("Uppropet är klart")


def formalities(town: Town, chair: Chair) -> None:
    board = {"kind": "adopt", "proposer": "valberedningen"}
    for item, text in ((8, "Bo Bok och Ledamot 4 väljs"), (10, "Motionen avslås")):
        url = f"{MEETING}/items/{item}/proposals"
        all_do(town, [KLARA], "POST", url, text=text, **board)
    chair.press("Gå till ärende 1")
    chair.press("Avsluta ärendet")
    chair.press("Gå till ärende 2")
    chair.press("Öppna debatten")
    chair.press("Avsluta debatten")
    chair.press("Klubba")
    chair.press("Avsluta ärendet")
    chair.press("Gå till ärende 3")


def debate(chair: Chair, clerk: Page, bo: Page, dora: Page, hall: Page) -> None:
    sees(bo, "Ny simhall i Östra parken")
    chair.press("Öppna debatten")
    presses(dora, "Begär ordet", "#actions")
    chair.press("Ge ordet till Ledamot 4")
    presses(bo, "Begär ordet", "#actions")
    sees(bo, "Du är på tur härnäst")
    chair.press("Ge ordet till Bo Bok")
    sees(bo, "Du har ordet.", "#own-floor")
    sees(hall, "Bo Bok")
    presses(dora, "Replik", "#actions")
    chair.press("Ge replik till Ledamot 4")
    chair.press("Avsluta anförandet")
    write_proposal(clerk, "1", "adopt", "Simhallen byggs i Östra parken")
    sees(chair.page, "Simhallen byggs i Östra parken", "#proposals")
    propose(bo, "amend", "Simhallen byggs i Västra parken")
    sees(chair.page, "Simhallen byggs i Västra parken", "#proposals")
    propose(dora, "reject", "Avslag på förslaget")
    sees(chair.page, "Avslag på förslaget", "#proposals")
    chair.press("Avsluta debatten")


def write_proposal(clerk: Page, person: str, kind: str, text: str) -> None:
    clerk.locator("#write-proposal > summary").click()
    clerk.select_option("#proposal-person", person)
    clerk.select_option("#proposal-kind", kind)
    clerk.fill("#proposal-text", text)
    presses(clerk, "Spara yrkandet", "#write-proposal")


def propose(member: Page, kind: str, text: str) -> None:
    presses(member, "Mer", "body")
    presses(member, "Yrka", "body")
    form = member.locator("dialog[open] form[action$='/proposals']")
    form.locator("[name=kind]").first.select_option(kind)
    form.locator("[name=text]").fill(text)
    form.get_by_role("button").last.click()


def decide(town: Town, chair: Chair, bo: Page, dora: Page, hall: Page, public: Page) -> None:
    chair.reads("Simhallen byggs i Östra parken")
    chair.press("Ordningen är godkänd")
    chair.press("Ställ frågan")
    presses(bo, "Begär votering", "body")
    chair.reads("Votering är begärd")
    chair.press("Öppna voteringen")
    vote(town, bo, yes=12, first=1)
    close(chair, PLANNED, 1)
    chair.reads("Motförslag blir")
    chair.press("Öppna voteringen")
    lose_the_net_and_vote(town, bo)
    vote_the_rest(town, 2)
    sees(hall, "20 av 21")
    assert "Ja:" not in public.locator("main").inner_text()
    close(chair, PLANNED, 2)
    chair.reads("Det är lika")
    chair.press("Lägg utslagsrösten på ja")
    chair.reads("Fullmäktige har beslutat: Simhallen byggs i Östra parken")
    sees(bo, "Din röst: NEJ", "#vote")
    sees(public, "Simhallen byggs i Östra parken")
    chair.press("Klubba")
    sees(hall, "Simhallen byggs i Östra parken")
    chair.press("Avsluta ärendet")


def vote(town: Town, bo: Page, yes: int, first: int) -> None:
    """The preparatory division: Bo by the page, the others without."""
    bo.locator("#vote-yes").click()
    sees(bo, "registrerat", "#receipt")
    for place, person in enumerate([DORA, *OTHERS]):
        choice = "yes" if place < yes else "no"
        all_do(town, [person], "PUT", f"{MEETING}/votes/{first}/ballot", choice=choice)


def lose_the_net_and_vote(town: Town, bo: Page) -> None:
    """Pressed without net, kept on the device, registered once when the line returns."""
    bo.wait_for_selector("#vote[data-name=open] #vote-no")
    bo.context.set_offline(True)
    sees(bo, "Ansluter igen…", "#line")
    bo.locator("#vote-no").click()
    sees(bo, "Inget nät. NEJ är sparat här", "#receipt")
    bo.context.set_offline(False)
    sees(bo, "NEJ registrerat", "#receipt")


def vote_the_rest(town: Town, vote_id: int) -> None:
    """Ten for and ten against, Bo's no among them; the chair abstains by not voting."""
    for place, person in enumerate([DORA, *OTHERS]):
        choice = "yes" if place < 10 else "no"
        all_do(town, [person], "PUT", f"{MEETING}/votes/{vote_id}/ballot", choice=choice)


def close(chair: Chair, _meeting: int, _vote: int) -> None:
    chair.press("Stäng voteringen")
    chair.expects("Stoppa stängningen")


def adjourn_and_close(chair: Chair, hall: Page) -> None:
    presses(chair.page, "Ajournera", "#alarms")
    chair.page.fill("dialog[open] [name=until]", "21:15")
    presses(chair.page, "Ajournera", "dialog[open]")
    sees(hall, "21.15", "body")
    chair.press("Återuppta sammanträdet")
    for number, ending in ((4, "motion"), (5, "debate"), (6, "notice")):
        chair.press(f"Gå till ärende {number}")
        if ending == "motion":
            chair.press("Öppna debatten")
            chair.press("Avsluta debatten")
            chair.press("Klubba")
        if ending == "debate":
            chair.reads("Får interpellationen ställas?")
            chair.press("Klubba: den får ställas")
        if ending == "notice":
            chair.press("Klubba")
        chair.press("Avsluta ärendet")
    chair.press("Avsluta sammanträdet")
    chair.reads("Sammanträdet är avslutat")


def minutes_are_there(town: Town, clerk: Page) -> None:
    sees(clerk, "Utkastet till protokoll är klart", "#now")
    answer = clerk.request.get(f"{town.config.address}{MEETING}/minutes.pdf")
    paper = PdfReader(io.BytesIO(answer.body()))
    told = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    for words in (
        "Fullmäktige beslutar: Simhallen byggs i Östra parken",
        "Bo Bok (V) begär votering.",
        "10 ja, 10 nej, 0 avstår, 1 svarade inte, 0 frånvarande. Röstetalet är lika.",
        "Anna Ask avgör med utslagsröst: Ja.",
        "Sammanträdet ajourneras",
    ):
        assert words in told, words
    assert list(paper.attachments) == ["record.json"]
    verified = subprocess.run(
        [Path(sys.executable).with_name("klubba"), "log", "verify", str(PLANNED)],
        cwd=ROOT,
        env={"KLUBBA_DATABASE": town.config.database, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stderr
