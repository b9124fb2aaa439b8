"""Documents on items, with their files where they belong."""

import hashlib
import io
from typing import Any

from flask import Flask

from tests.pdfs import pdf
from tests.worlds import KLARA, Clients


def attach(
    clients: Clients, meeting_id: int, item_id: int, title: str = "Underlag", pages: int = 2
) -> int:
    """By the clerk, as it is done.  Hands back the number of the document."""
    url = f"/meetings/{meeting_id}/agenda/{item_id}/documents"
    file = (io.BytesIO(pdf(pages, title=title)), "a.pdf")
    answer = clients.act(KLARA, "POST", url, title=title, file=file)
    assert answer.status_code == 200, answer.text
    made: int = answer.json["made"]
    return made


def stored(app: Flask, content: bytes) -> str:
    """Put into the store beside the door, as a package does.  Hands back its digest."""
    digest = hashlib.sha256(content).hexdigest()
    path = app.extensions["files"].path(digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return digest


def get(clients: Clients, person: int | None, url: str, **headers: str) -> Any:
    client = clients.app.test_client() if person is None else clients.sign_in(person)
    answer = client.get(url, headers={"Accept": "text/html", **headers}, buffered=True)
    answer.close()
    return answer
