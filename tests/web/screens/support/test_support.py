import re
from html import unescape

from flask import Flask

from core.actor import Actor, Audience, Onlooker
from meetings.actions import lines
from tests.worlds import BO, DAN, KLARA, OPEN, PIA, Clients


def panels(app: Flask, group: str | None) -> dict[str, str]:
    seen = app.extensions["live"].view(OPEN, Onlooker(Audience.SUPPORT, group))
    return {name: unescape(html) for name, html in seen["panels"].items()}


def names(html: str) -> list[str]:
    return re.findall(r"<b>((?:Ledamot|Anna|Bo|Bea|Siv|Sam)[^<]*)</b>", html)


def test_a_secretary_is_sent_the_own_group_and_nobody_else(app: Flask, clients: Clients) -> None:
    own = ["Anna Ask", "Ledamot 6", "Ledamot 11", "Ledamot 16", "Ledamot 21"]
    assert names(panels(app, "S")["members"]) == own
    page = clients.sign_in(PIA).get(f"/meetings/{OPEN}/support?group=V").text
    assert names(page) == own
    listed = re.sub(r'<section id="pairings".*?</section>', "", page, flags=re.DOTALL)
    assert "Bo Bok" not in listed  # but for the name of whom one may be paired with


def test_the_council_office_sees_everybody(app: Flask, clients: Clients) -> None:
    page = clients.sign_in(KLARA).get(f"/meetings/{OPEN}/support").text
    assert len(names(page)) == 23


def test_the_desk_is_closed_to_members_and_other_councils(clients: Clients) -> None:
    for person in (BO, DAN):
        assert clients.sign_in(person).get(f"/meetings/{OPEN}/support").status_code == 403


def test_a_lost_line_and_a_call_for_help_are_seen_at_the_desk(app: Flask, clients: Clients) -> None:
    writer = app.extensions["writer"]
    writer.submit(OPEN, lines.regain_line, 6, by=Actor(6))
    writer.submit(OPEN, lines.lose_line, 6, by=Actor(6))
    assert (
        clients.act(11, "POST", f"/meetings/{OPEN}/help-calls", reason="Jag hör inget").status_code
        == 200
    )
    seen = panels(app, "S")
    row = re.findall(r'<tr id="person-6">.*?</tr>', seen["members"], re.DOTALL)[0]
    assert "Tappad" in row
    assert "Ledamot 11 (S) · Jag hör inget" in seen["calls"]
    assert "2 behöver hjälp" in seen["members"]
    assert "Ledamot 11" not in panels(app, "V")["calls"]


def test_there_is_nothing_here_to_vote_or_speak_with(app: Flask, clients: Clients) -> None:
    page = clients.sign_in(PIA).get(f"/meetings/{OPEN}/support").text
    acts = set(re.findall(r'action="/meetings/1/([a-z-]+)', page))
    assert acts <= {"links", "codes", "help-calls", "document-offers", "pairings"}


def test_no_act_of_a_secretary_votes_or_speaks(clients: Clients) -> None:
    for method, url, data in [
        ("POST", "requests", {"item": 3, "kind": "speech", "helping": 6}),
        ("PUT", "votes/1/ballot", {"choice": "yes", "helping": 6}),
        ("PUT", "votes/1/ballots/6", {"choice": "yes"}),
        ("POST", "items/3/division-demands", {"helping": 6}),
        ("POST", "items/3/decisions", {"text": "x", "how": "noted"}),
        ("PUT", "seats/6/identity", {"how": "picture"}),
    ]:
        status = clients.act(PIA, method, f"/meetings/{OPEN}/{url}", **data).status_code
        assert status in (403, 404), url
