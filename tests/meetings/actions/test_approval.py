"""The minutes are approved: chosen, made ready, answered, and never changed after."""

import pytest
from flask import Flask

from tests.meetings.evenings import BOTH, CHOSEN, FOUR, NOTICES, Evening
from tests.meetings.halls import Wall
from tests.worlds import ANNA, BEA, BO, KLARA, PIA, PLANNED, SIV, Clients

CHAIR, VERIFIER = "chair", "verifier"


@pytest.fixture
def evening(app: Flask, clients: Clients, wall: Wall) -> Evening:
    return Evening(app, clients, wall)


def test_the_council_chooses_two_who_serve_and_are_not_the_chair(evening: Evening) -> None:
    evening.begin()
    tries = [[BO], [BO, BO], [BO, ANNA], [BO, SIV], [BO, FOUR]]
    said = [
        evening.said(ANNA, "PUT", "/minutes/verifiers", **(CHOSEN | {"verifier": people}))
        for people in tries
    ]
    assert said == [
        (409, "Antalet justerare ska vara 2."),
        (409, "Samma ledamot är vald två gånger."),
        (409, "Ordföranden justerar ändå. Välj en annan ledamot."),
        (409, "Siv Sälg tjänstgör inte just nu."),
        (200, ""),
    ]
    assert [one["name"] for one in evening.last()["verifiers"]] == ["Bo Bok", "Ledamot 4"]


def test_the_choice_can_be_changed_and_a_late_day_is_warned_of(evening: Evening) -> None:
    evening.begin()
    evening.choose()
    late = CHOSEN | {"date": "2026-12-29"}
    assert evening.kind(KLARA, "PUT", "/minutes/verifiers", **late) == "NeedsConfirmation"
    evening.choose(verifier=[BO, 5], date="2026-12-28")
    assert evening.kinds()[-2:] == ["verifiers.chosen"] * 2
    assert evening.put(PIA, "/minutes/verifiers", **CHOSEN) == 403


def test_approved_when_the_chair_and_both_verifiers_have_accepted_the_same_text(
    evening: Evening, wall: Wall
) -> None:
    evening.hold()
    version = evening.make_ready()
    asked = [(ANNA, CHAIR, None), (BO, VERIFIER, None), (FOUR, VERIFIER, None)]
    assert evening.answers(version) == asked
    wall.later(days=4)
    assert [evening.accept(version, who) for who in (BO, ANNA)] == [200, 200]
    assert evening.version(version).approved_on is None
    assert evening.accept(version, FOUR) == 200
    assert evening.version(version).approved_on == "2026-12-18"
    assert [(one, answer) for one, _, answer in evening.answers(version)] == [
        (ANNA, "accepted"),
        (BO, "accepted"),
        (FOUR, "accepted"),
    ]
    assert evening.last()["approved_on"] == "2026-12-18"
    assert evening.last()["digest"] == evening.version(version).digest


def test_nobody_else_approves_and_nobody_for_another(evening: Evening) -> None:
    evening.hold()
    version = evening.make_ready()
    assert [evening.accept(version, who) for who in (BEA, KLARA, PIA)] == [403, 403, 403]
    assert evening.accept(version, PIA, helping=BO) == 403
    assert evening.accept(version, BO, digest="0" * 64) == 409
    assert [evening.accept(version, BO), evening.accept(version, BO)] == [200, 409]


def test_a_changed_text_voids_what_was_approved_and_says_so(evening: Evening) -> None:
    evening.hold()
    first = evening.make_ready()
    evening.accept(first, BO)
    assert evening.write("En tyst minut hålls.") == 200
    assert (evening.kinds()[-1], evening.last()["why"]) == ("minutes.returned", "changed")
    assert evening.accept(first, ANNA) == 409
    second = evening.make_ready()
    assert evening.version(first).digest != evening.version(second).digest
    assert [answer for _, _, answer in evening.answers(second)] == [None, None, None]


def test_an_objection_sends_it_back_and_its_reason_is_not_in_the_log(evening: Evening) -> None:
    evening.hold()
    version = evening.make_ready()
    where = f"/minutes/versions/{version}/objection"
    assert evening.said(BO, "PUT", where)[0] == 400
    assert evening.put(BO, where, reason="Jag yrkade avslag.") == 200
    assert (evening.last()["why"], evening.last()["name"]) == ("objection", "Bo Bok")
    assert "avslag" not in str([entry.payload for entry in evening.entries()])
    assert evening.version(version).returned_why == "objection"


def test_what_is_approved_is_never_edited(evening: Evening) -> None:
    evening.hold()
    evening.approve()
    said = evening.said(KLARA, "PUT", "/minutes/texts/closing", text="Ändrat", version=0)
    assert said == (409, "Protokollet är justerat. En rättelse görs med ett nytt beslut.")
    assert evening.said(KLARA, "POST", "/minutes/versions") == (409, "Det är redan justerat.")
    assert evening.put(KLARA, "/minutes/verifiers", **CHOSEN) == 409


def test_signed_on_paper_the_office_writes_in_who_and_when(evening: Evening, wall: Wall) -> None:
    evening.hold()
    version = evening.make_ready()
    wall.later(days=3)
    where = f"/minutes/versions/{version}/signatures"
    assert evening.put(KLARA, f"{where}/{BO}", on="2026-12-13") == 400
    assert evening.put(KLARA, f"{where}/{BEA}", on="2026-12-16") == 409
    assert evening.put(ANNA, f"{where}/{BO}", on="2026-12-16") == 403
    for who, day in ((ANNA, "2026-12-15"), (BO, "2026-12-17"), (FOUR, "2026-12-16")):
        assert evening.put(KLARA, f"{where}/{who}", on=day) == 200
    assert evening.version(version).approved_on == "2026-12-17"
    assert evening.last()["on_paper"] is True


def test_without_verifiers_or_before_the_end_nothing_is_made_ready(evening: Evening) -> None:
    evening.begin()
    evening.handle(NOTICES)
    url = "/minutes/versions"
    assert evening.said(KLARA, "POST", url) == (409, "Sammanträdet pågår.")
    evening.end()
    said = "Justerare är inte valda. Skriv in vilka fullmäktige har valt."
    assert evening.said(KLARA, "POST", url) == (409, said)
    assert evening.kind(KLARA, "PUT", "/minutes/verifiers", **CHOSEN) == "NeedsConfirmation"
    evening.clients.act(
        KLARA, "PUT", f"/meetings/{PLANNED}/minutes/verifiers", **CHOSEN, confirmed=1
    )
    assert evening.post(KLARA, url) > 0
    assert evening.act(ANNA, "POST", url).status_code == 403


def test_one_item_is_approved_at_once_in_the_meeting(evening: Evening) -> None:
    evening.begin()
    evening.choose()
    evening.handle(NOTICES)
    version = evening.approve(evening.make_ready(ANNA, item=NOTICES))
    assert (evening.version(version).paragraph, evening.version(version).approved_on) == (
        1,
        "2026-12-14",
    )
    place = f"/minutes/texts/item:{NOTICES}"
    assert evening.put(KLARA, place, text="Mer", version=0) == 409
    assert evening.put(KLARA, "/minutes/texts/opening", text="Mer", version=0) == 200
    evening.end()
    assert evening.approve() > version


def test_an_item_that_is_not_handled_is_not_approved_at_once(evening: Evening) -> None:
    evening.begin()
    evening.choose()
    assert evening.act(ANNA, "POST", "/minutes/versions", item=NOTICES).status_code == 409
    assert evening.act(BEA, "POST", "/minutes/versions", item=NOTICES).status_code == 403


def test_whoever_led_an_item_approves_too(evening: Evening) -> None:
    evening.begin()
    evening.handle(NOTICES)
    assert evening.put(ANNA, "/chair", person=BEA) == 200
    assert evening.put(BEA, "/minutes/verifiers", **CHOSEN) == 200
    evening.put(BEA, "/items/7/opening")
    evening.put(BEA, "/items/7/closing", confirmed=1)
    assert evening.put(BEA, "/closure", confirmed=1) == 200
    version = evening.make_ready()
    assert [one[:2] for one in evening.answers(version)] == [
        (ANNA, CHAIR),
        (BEA, CHAIR),
        (BOTH[0], VERIFIER),
        (BOTH[1], VERIFIER),
    ]


def test_taken_back_by_the_office(evening: Evening) -> None:
    evening.hold()
    version = evening.make_ready()
    assert evening.delete(BO, f"/minutes/versions/{version}") == 403
    assert evening.delete(KLARA, f"/minutes/versions/{version}") == 200
    assert evening.last()["why"] == "withdrawn"
    evening.choose(confirmed=1)


def test_the_approval_is_announced_once_with_every_paragraph(evening: Evening) -> None:
    evening.hold()
    version = evening.make_ready()
    where, form = f"/minutes/versions/{version}/notices", {"minutes_at": "Kansliet"}
    assert evening.said(KLARA, "POST", where, **form) == (409, "Protokollet är inte justerat.")
    evening.approve(version)
    notice = evening.post(KLARA, where, **form)
    assert notice > 0
    assert evening.last()["item_ids"] == [7, NOTICES]
    assert evening.said(KLARA, "POST", where, **form)[0] == 409
