"""What the minutes tell of an election on paper: how many and who, never how anybody voted."""

from typing import Any

from flask import render_template

from tests.voting.actions.paper.polling import OK, Polling
from tests.worlds import ANNA


def told(polling: Polling, kind: str) -> str:
    """The words of the latest fact of the kind."""
    facts: list[Any] = [each.payload for each in polling.chamber.entries() if each.kind == kind]
    with polling.chamber.app.test_request_context():
        return " ".join(render_template(f"minutes/{kind}.html", fact=facts[-1]).split())


def test_the_minutes_tell_the_urn_the_lot_and_the_result(polling: Polling) -> None:
    polling.close()
    assert told(polling, "election.opened") == (
        "<p>Val av ordförande hålls med slutna valsedlar. 1 plats ska besättas. "
        "21 ledamöter är närvarande.</p> <ul><li>Eva Ek</li><li>Ola Ort</li></ul>"
    )
    assert told(polling, "election.closed") == (
        "<p>Val av ordförande: urnan stängs. 14 valsedlar är lagda.</p>"
    )
    polling.unopened(14, 14)
    polling.sorted({"1": 6, "2": 6, "blank": 1, "doubtful": 1})
    assert polling.said(ANNA, "POST", "/rulings", slip=1, ruling="invalid", ground="twice") == OK
    drawn = {"winner": "Ola Ort", "how": "sedlar ur en skål", "drawn_by": "Bea Björk"}
    assert polling.said(ANNA, "POST", "/lots", **drawn) == OK
    assert told(polling, "election.lot_drawn") == (
        "<p>Val av ordförande: röstetalet 6 är lika. Lott dras mellan Eva Ek, Ola Ort. "
        "Lotten faller på Ola Ort. Så drogs den: sedlar ur en skål. Av: Bea Björk.</p>"
    )
    assert polling.said(ANNA, "PUT", "/result") == OK
    result = told(polling, "election.paper_counted")
    assert result.startswith(
        "<p>Val av ordförande är räknat. Valförrättare: Anna Ask. "
        "Rösträknare: Bea Björk, Ledamot 4.</p> <p>14 har röstat och 14 valsedlar låg i urnan: "
        "12 giltiga, 1 blanka, 1 ogiltiga. Samma namn två gånger: 1.</p>"
    )
    assert result.endswith("<p>Valda: Ola Ort.</p>")
