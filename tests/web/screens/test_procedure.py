"""The page of the rules of procedure: what they lack, what is open in the law, their history."""

from collections.abc import Iterator
from typing import Any

from councils.rules.procedure import Procedure
from tests.worlds import BO, KLARA, PLANNED, REMOTE, Clients

PAGE, LIST = "/councils/1/procedures", "/councils/1/procedures/checklist"


def read(clients: Clients, person: int, address: str) -> str:
    answer = clients.sign_in(person).get(address)
    return answer.text if answer.status_code == 200 else str(answer.status_code)


def adopt(clients: Clients, day: str, reference: str = "", **settings: Any) -> None:
    """The whole form, as it is sent."""
    form = dict(_fields({**Procedure.from_settings(REMOTE).to_settings(), **settings}))
    answer = clients.act(KLARA, "POST", PAGE, valid_from=day, reference=reference, **form)
    assert answer.status_code == 200, answer.text


def _fields(settings: dict[str, Any], within: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _fields(value, f"{within}{name}.")
        elif isinstance(value, bool):
            yield from [(within + name, "1")] if value else []
        else:
            yield within + name, "" if value is None else value


def test_the_office_sees_what_the_law_asks_for_and_the_rules_leave_out(clients: Clients) -> None:
    page = read(clients, KLARA, LIST)
    assert page.count("Saknas</span>") == 7
    assert "7 punkter saknas. Skriv in dem innan nästa sammanträde kungörs." in page
    assert "U22. Hur räknas sex månader i 5 kap. 10 §?" in page
    assert read(clients, BO, LIST) == "403"


def test_the_office_is_told_before_the_meeting_is_convened(clients: Clients) -> None:
    page = read(clients, KLARA, f"/meetings/{PLANNED}/summons")
    assert "7 punkter saknas i arbetsordningen (5 kap. 72 §)" in page


def test_each_version_tells_who_entered_it_when_and_what_it_changed(clients: Clients) -> None:
    adopt(clients, "2026-12-01", speech_first_minutes=4, reference="Kf § 112")
    adopt(clients, "2026-12-01", speech_first_minutes=6, reference="Kf § 112")
    page = read(clients, KLARA, PAGE)
    assert "Från 1 december 2026" in page
    assert "av Klara Klerk." in page
    assert "Rättad efter det att den lades in." in page
    assert "Första anförandet, minuter: från 5 till 6" in page
