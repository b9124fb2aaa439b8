"""The office keeps the register, and only the office; what is unlawful is refused in words."""

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from core import log
from councils.models import Council, Mandate, Party, Person, ProcedureInForce, RoleHeld
from councils.queries import register
from tests.councils.routes.answers import refused, told
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, SAM, SIV, Clients

COUNCIL = {"name": "Lillköpings kommunfullmäktige", "kind": "municipality", "seats": 21}
PARTY = {"letters": "MP", "name": "Miljöpartiet", "colour": "#83CF39", "place": 6}
PERSON = {"name": "Ny Nilsson", "party_id": 1, "standing": "substitute"}
ACTS = [
    ("PUT", "/councils/1", COUNCIL),
    ("POST", "/councils/1/parties", PARTY),
    ("PUT", "/parties/1", PARTY),
    ("POST", "/parties/1/removal", {}),
    ("POST", "/councils/1/constituencies", {"name": "Norr"}),
    ("POST", "/councils/1/people", PERSON),
    ("PUT", f"/people/{BO}", PERSON),
    ("POST", f"/people/{BO}/roles", {"role": "teller"}),
    ("POST", f"/people/{ANNA}/roles/chair/removal", {}),
    ("PUT", f"/people/{SAM}/calling-place", {"place": 1}),
    ("POST", "/councils/1/procedures", {"valid_from": "2026-12-01"}),
    ("PUT", "/councils/1/statement", {}),
]

ADOPTED = {
    "valid_from": "2026-12-01",
    "reference": "Kf § 112",
    "remote_request_days": 5,
    "speech_first_minutes": 4,
}


@pytest.mark.parametrize(("method", "url", "form"), ACTS)
def test_only_the_office_of_this_council_changes_its_register(
    app: Flask, clients: Clients, method: str, url: str, form: dict[str, Any]
) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.add(RoleHeld(council_id=2, person_id=DAN, role="clerk"))
    before = _everything(app)
    for person in (BO, PIA, ANNA, DAN):
        assert clients.act(person, method, url, **form).status_code == 403, person
    helping = clients.act(KLARA, method, url, **form, helping=BO)
    assert helping.status_code == 403
    assert _everything(app) == before


class TestCouncil:
    def test_a_council_is_founded_by_a_clerk_who_becomes_its_clerk(
        self, app: Flask, clients: Clients
    ) -> None:
        form = COUNCIL | {"name": "Nyköpings fullmäktige", "seats": 61, "electors": 40_000}
        made = clients.act(KLARA, "POST", "/councils", **form).json["made"]
        assert told(app) == (
            "register.council_founded",
            {"council_id": made, "name": "Nyköpings fullmäktige", "seats": 61},
        )
        assert clients.act(KLARA, "PUT", f"/councils/{made}", **form).status_code == 200
        assert clients.act(BO, "POST", "/councils", **form).status_code == 403

    @pytest.mark.parametrize("practice", [True, False])
    def test_what_is_founded_from_within_a_rehearsal_is_one(
        self, app: Flask, clients: Clients, practice: bool
    ) -> None:
        with app.extensions["database"].writing() as session, session.begin():
            session.get_one(Council, 1).rehearsal = practice
        form = COUNCIL | {"name": "Nyköpings fullmäktige"}
        made = clients.act(KLARA, "POST", "/councils", **form).json["made"]
        with app.extensions["database"].reading() as session:
            assert session.get_one(Council, made).rehearsal is practice

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"seats": 20}, "seats"),
            ({"seats": 19}, "seats"),
            ({"seats": 21, "electors": 9_000}, "seats"),
            ({"seats": 21, "kind": "region"}, "seats"),
            ({"seats": "tjugoett"}, "seats"),
            ({"kind": "kommun"}, "kind"),
            ({"name": ""}, "name"),
            ({"name": "Grannby kommunfullmäktige"}, "name"),
            ({"term_from": "i höst"}, "term_from"),
            ({"term_from": "2026-10-15", "term_to": "2022-10-14"}, "term_to"),
        ],
    )
    def test_an_unlawful_council_is_refused(
        self, app: Flask, clients: Clients, changed: dict[str, Any], field: str
    ) -> None:
        before = _everything(app)
        answer = clients.act(KLARA, "PUT", "/councils/1", **(COUNCIL | changed))
        assert refused(answer) == (400, field)
        assert _everything(app) == before

    def test_no_seat_disappears_under_its_holder(self, app: Flask, clients: Clients) -> None:
        with app.extensions["database"].writing() as session, session.begin():
            session.add(Mandate(council_id=1, person_id=PIA, seat=30))
        answer = clients.act(KLARA, "PUT", "/councils/1", **COUNCIL)
        assert answer.json["error"] == "Plats 30 är besatt. Flytta ledamoten först."

    def test_saving_without_a_change_tells_nothing(self, app: Flask, clients: Clients) -> None:
        clients.act(KLARA, "PUT", "/councils/1", **COUNCIL, electors=8_000)
        clients.act(KLARA, "PUT", "/councils/1", **COUNCIL, electors=8_000)
        with app.extensions["database"].reading() as session:
            kinds = [entry.kind for entry in log.read(session, log.REGISTER)]
        assert kinds == ["register.council_changed"]


class TestParties:
    def test_a_party_is_added_changed_and_removed(self, app: Flask, clients: Clients) -> None:
        made = clients.act(KLARA, "POST", "/councils/1/parties", **PARTY).json["made"]
        changed = PARTY | {"colour": "006ab3"}
        assert clients.act(KLARA, "PUT", f"/parties/{made}", **changed).status_code == 200
        assert told(app)[1]["colour"] == "#006AB3"
        assert clients.act(KLARA, "POST", f"/parties/{made}/removal").status_code == 200
        assert told(app)[1]["how"] == "removed"

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"colour": "#7A7A7A"}, "colour"),  # neither black nor white can be read on it
            ({"colour": "grön"}, "colour"),
            ({"letters": "S"}, "letters"),
            ({"letters": "} body {"}, "letters"),
            ({"letters": "x" * 13}, "letters"),
            ({"name": ""}, "name"),
        ],
    )
    def test_a_faulty_party_is_refused(
        self, clients: Clients, changed: dict[str, str], field: str
    ) -> None:
        answer = clients.act(KLARA, "POST", "/councils/1/parties", **(PARTY | changed))
        assert refused(answer) == (400, field)

    def test_a_party_with_people_stays(self, clients: Clients) -> None:
        answer = clients.act(KLARA, "POST", "/parties/3/removal")
        assert answer.json["error"] == "6 personer hör till partiet. Flytta dem först."

    def test_the_colours_are_a_style_sheet_that_is_fetched_once(
        self, app: Flask, clients: Clients
    ) -> None:
        clients.act(KLARA, "POST", "/councils/1/parties", **(PARTY | {"letters": "Vi i/Å L"}))
        public, url = app.test_client(), "/councils/1/parties.css"
        first = public.get(url)
        assert first.mimetype == "text/css"
        assert first.text.splitlines()[-1] == (
            ".party-Vi-i\\/Å-L { --party: #83CF39; --party-ink: #14121A }"
        )
        assert public.get(url, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
        assert public.get("/councils/77/parties.css").status_code == 404


class TestPeople:
    def test_a_new_substitute_comes_last_in_the_own_party(
        self, app: Flask, clients: Clients
    ) -> None:
        form = PERSON | {"party_id": 3}
        clients.act(KLARA, "POST", "/councils/1/people", **form)
        assert told(app)[1]["calling_order"] == 3

    def test_a_member_gets_a_free_seat_only(self, clients: Clients) -> None:
        form = PERSON | {"standing": "seated", "seat": 2}
        answer = clients.act(KLARA, "POST", "/councils/1/people", **form)
        assert answer.json["error"] == "Plats 2 innehas av Bea Björk."
        over = clients.act(KLARA, "POST", "/councils/1/people", **(form | {"seat": 22}))
        assert over.json["error"] == "Skriv ett platsnummer från 1 till 21."

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"name": ""}, "name"),
            ({"email": "inte en adress"}, "email"),
            ({"phone": "112"}, "phone"),
            ({"party_id": 999}, "party_id"),
            ({"party_id": ""}, "party_id"),
            ({"standing": "kung"}, "standing"),
            ({"constituency_id": 999}, "constituency_id"),
        ],
    )
    def test_a_faulty_person_is_refused(
        self, clients: Clients, changed: dict[str, Any], field: str
    ) -> None:
        answer = clients.act(KLARA, "POST", "/councils/1/people", **(PERSON | changed))
        assert refused(answer) == (400, field)

    def test_a_mandate_that_ends_is_kept_for_the_record(self, app: Flask, clients: Clients) -> None:
        form = {"name": "Bo Bok", "party_id": 3, "standing": "neither"}
        assert clients.act(KLARA, "PUT", f"/people/{BO}", **form).status_code == 200
        with app.extensions["database"].reading() as session:
            mandates = session.query(Mandate).filter_by(person_id=BO).all()
        assert [(row.seat, row.until is not None) for row in mandates] == [(3, True)]
        taken = PERSON | {"standing": "seated", "seat": 3}
        assert clients.act(KLARA, "POST", "/councils/1/people", **taken).status_code == 200


class TestRoles:
    def test_a_role_is_given_and_taken_and_both_are_told(
        self, app: Flask, clients: Clients
    ) -> None:
        clients.act(KLARA, "POST", f"/people/{BO}/roles", role="teller")
        assert told(app)[0] == "register.role_given"
        clients.act(KLARA, "POST", f"/people/{BO}/roles/teller/removal")
        assert told(app) == (
            "register.role_taken",
            {"council_id": 1, "person_id": BO, "name": "Bo Bok", "role": "teller"},
        )

    def test_the_presidium_sits_in_the_council_and_each_place_has_one_holder(
        self, clients: Clients
    ) -> None:
        answer = clients.act(KLARA, "POST", f"/people/{SIV}/roles", role="vice_chair_2")
        assert answer.json["error"] == "Presidiet väljs bland ledamöterna (5 kap. 11 §)."
        answer = clients.act(KLARA, "POST", f"/people/{BO}/roles", role="chair")
        assert answer.json["error"].startswith("Anna Ask har uppdraget.")

    def test_whoever_is_in_the_presidium_keeps_a_seat(self, clients: Clients) -> None:
        anna = {"name": "Anna Ask", "party_id": 1, "standing": "neither"}
        answer = clients.act(KLARA, "POST", f"/people/{ANNA}", **anna)
        assert answer.json["error"] == (
            "Anna Ask sitter i presidiet, som väljs bland ledamöterna (5 kap. 11 §). "
            "Ta bort det uppdraget först."
        )

    def test_a_political_secretary_is_bound_to_a_party(self, app: Flask, clients: Clients) -> None:
        with app.extensions["database"].writing() as session, session.begin():
            session.add(Person(id=300, council_id=1, name="Utan Parti"))
        answer = clients.act(KLARA, "POST", "/people/300/roles", role="political_secretary")
        assert answer.status_code == 409

    def test_the_last_clerk_cannot_be_taken_away(self, clients: Clients) -> None:
        url = f"/people/{KLARA}/roles/clerk/removal"
        assert clients.act(KLARA, "POST", url).status_code == 409
        clients.act(KLARA, "POST", f"/people/{BEA}/roles", role="clerk")
        assert clients.act(KLARA, "POST", url).status_code == 200

    def test_nobody_makes_up_a_role(self, clients: Clients) -> None:
        assert clients.act(KLARA, "POST", f"/people/{BO}/roles", role="king").status_code == 400


def test_substitutes_are_moved_in_the_calling_order(app: Flask, clients: Clients) -> None:
    clients.act(KLARA, "PUT", f"/people/{SAM}/calling-place", place=1)
    assert told(app)[1]["order"] == ["Sam Sten", "Siv Sälg"]
    with app.extensions["database"].reading() as session:
        lists = register.substitutes_of(session, 1)
    assert [one.person.id for one in lists[("V", "", "")]] == [SAM, SIV]
    assert clients.act(KLARA, "PUT", f"/people/{BO}/calling-place", place=1).status_code == 404


def test_the_votes_of_the_parties_are_entered_for_each_constituency(
    app: Flask, clients: Clients
) -> None:
    made = clients.act(KLARA, "POST", "/councils/1/constituencies", name="Norr").json["made"]
    url, form = f"/constituencies/{made}/votes", {"votes-1": 900, "votes-2": "", "votes-3": 0}
    assert clients.act(KLARA, "PUT", url, **form).status_code == 200
    votes = {"council_id": 1, "constituency": "Norr", "votes": {"S": 900, "V": 0}}
    assert told(app) == ("register.party_votes_entered", votes)
    assert refused(clients.act(KLARA, "PUT", url, **{"votes-1": "många"})) == (400, "votes-1")
    assert clients.act(KLARA, "PUT", url, **{"votes-99": 1}).status_code == 404
    assert clients.act(BO, "PUT", url, **form).status_code == 403
    with app.extensions["database"].reading() as session:
        assert register.party_votes_of(session, 1) == {(1, made): 900, (3, made): 0}
    clients.act(KLARA, "POST", f"/constituencies/{made}/removal")
    with app.extensions["database"].reading() as session:
        assert register.party_votes_of(session, 1) == {}


def test_a_list_that_no_member_stands_on_is_pointed_out(app: Flask, clients: Clients) -> None:
    sam = {"name": "Sam Sten", "party_id": 3, "standing": "substitute", "list_name": "B"}
    clients.act(KLARA, "PUT", f"/people/{SAM}", **sam)
    with app.extensions["database"].reading() as session:
        assert register.lists_of_nobody(session, 1) == {("V", "", "B")}
    bo = {"name": "Bo Bok", "party_id": 3, "standing": "seated", "seat": 3, "list_name": "B"}
    clients.act(KLARA, "PUT", f"/people/{BO}", **bo)
    with app.extensions["database"].reading() as session:
        assert register.lists_of_nobody(session, 1) == set()


class TestProcedure:
    def test_the_form_of_the_page_saves_what_differs(self, app: Flask, clients: Clients) -> None:
        form = _as_the_page_sends_it(clients) | ADOPTED
        answer = clients.act(KLARA, "POST", "/councils/1/procedures", **form)
        assert answer.status_code == 200
        with app.extensions["database"].reading() as session:
            row = session.query(ProcedureInForce).filter_by(valid_from="2026-12-01").one()
        assert row.settings == {
            "remote_allowed": True,
            "remote_decided_on": "2026-06-15",
            "remote_decision": "§ 80",
            "remote_needs_request": False,
            "remote_request_days": 5,
            "speech_first_minutes": 4,
        }

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"speech_first_minutes": "fem"}, "speech_first_minutes"),
            ({"speech_first_minutes": 0}, "speech_first_minutes"),
            ({"remote_decision": ""}, "remote_allowed"),
            ({"roll_call": "somehow"}, "roll_call"),
            ({"question_debate.turns": "x"}, "question_debate"),
            ({"valid_from": "snart"}, "valid_from"),
        ],
    )
    def test_what_the_rules_forbid_is_refused(
        self, clients: Clients, changed: dict[str, Any], field: str
    ) -> None:
        form = _as_the_page_sends_it(clients) | ADOPTED | changed
        answer = clients.act(KLARA, "POST", "/councils/1/procedures", **form)
        assert refused(answer) == (400, field)


def test_the_register_of_another_council_is_not_there(app: Flask, clients: Clients) -> None:
    klara = clients.sign_in(KLARA)
    pages = ("", "/parties", "/people", "/substitutes", "/procedures", "/imports")
    assert {klara.get(f"/councils/2{page}").status_code for page in pages} == {404}
    assert klara.get(f"/people/{DAN}").status_code == 404
    assert {clients.sign_in(PIA).get(f"/councils/1{page}").status_code for page in pages} == {403}


def test_the_register_asks_as_often_for_many_as_for_few(app: Flask) -> None:
    counted = [_questions(app, 1)]
    with app.extensions["database"].writing() as session, session.begin():
        for number in range(400, 460):
            session.add(Person(id=number, council_id=1, name=f"P{number}", party_id=1))
            session.flush()
            session.add(Mandate(council_id=1, person_id=number, calling_order=number))
    assert _questions(app, 1) == counted[0]


def _questions(app: Flask, council: int) -> int:
    asked: list[str] = []
    engine = app.extensions["database"].reader_engine

    def note(*args: Any) -> None:
        asked.append(args[2])

    event.listen(engine, "before_cursor_execute", note)
    with app.extensions["database"].reading() as session:
        register.people_of(session, council)
    event.remove(engine, "before_cursor_execute", note)
    return len(asked)


def _as_the_page_sends_it(clients: Clients) -> dict[str, Any]:
    """Every field of the form as it stands on the page."""
    page = clients.sign_in(KLARA).get("/councils/1/procedures").text
    form = page.split("<form")[1].split("</form>")[0]
    sent: dict[str, Any] = {}
    for field in re.findall(r"<input[^>]*>", form):
        told = dict(re.findall(r'(\w+)="([^"]*)"', field))
        if told.get("type") == "hidden" or told.get("name") is None:
            continue
        if told["type"] == "checkbox":
            if " checked" in field:
                sent.setdefault(told["name"], []).append(told["value"])
        else:
            sent[told["name"]] = told.get("value", "")
    for name, body in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        sent[name] = re.findall(r'value="([^"]+)" selected', body)[0]
    return sent


def _everything(app: Flask) -> list[str]:
    with app.extensions["database"].reading() as session:
        tables = (Council, Party, Person, Mandate, RoleHeld, ProcedureInForce)
        rows = [vars(row) for table in tables for row in session.query(table).all()]
        entries = len(log.read(session, log.REGISTER)) + len(log.read(session, OPEN))
    plain = [repr({name: row[name] for name in row if name[0] != "_"}) for row in rows]
    return [*sorted(plain), str(entries)]
