"""What somebody does at the door, in few words."""

from email import message_from_bytes, policy
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from core import log
from core.log import Entry
from councils.actions.links import make_link
from councils.backends import links
from councils.models import Letter, Person, SignIn
from tests.worlds import KLARA, Clients


def a_browser(app: Flask) -> FlaskClient:
    """Somebody new, who asks for pages as browsers do."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html,application/xhtml+xml,*/*;q=0.8"
    return client


def link_for(app: Flask, person: int, meeting: int) -> str:
    """The address of a personal link."""
    database = app.extensions["database"]
    with database.writing() as session, session.begin():
        number = make_link(session, meeting, person, by=None).id
    return f"/links/{links.address(app.secret_key, number)}"


def join(client: FlaskClient, address: str, **form: Any) -> Any:
    return client.post(f"{address}/sign-ins", data=form)


def who_is_in(client: FlaskClient) -> str | None:
    """The name on the account page, or nobody."""
    page = client.get("/account")
    if page.status_code != 200:
        return None
    return page.text.split("Du är inloggad som ")[1].split(".")[0]


def mail(app: Flask, letter: int | None = None) -> str:
    """Deliver the post and read the newest letter, or the one with this number."""
    app.extensions["postman"].deliver()
    folder = app.extensions["klubba"].data / "letters"
    number = letter or max(int(path.stem) for path in folder.glob("*.eml"))
    message = message_from_bytes((folder / f"{number:06}.eml").read_bytes(), policy=policy.default)
    return str(message.get_content())


def send_code(clients: Clients, person: int, meeting: int, by: int = KLARA) -> Any:
    form = {"person_id": person, "channel": "email"}
    return clients.act(by, "POST", f"/meetings/{meeting}/codes", **form)


def code_in(text: str) -> str:
    """The six digits of a letter or a page."""
    return text.split("kod är ")[1][:7]


def kinds(app: Flask, meeting: int) -> list[str]:
    with app.extensions["database"].reading() as session:
        return [entry.kind for entry in log.read(session, meeting)]


def entries(app: Flask, meeting: int) -> list[Entry]:
    with app.extensions["database"].reading() as session:
        return log.read(session, meeting)


def register(app: Flask, person: int, **changed: Any) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        found = session.get_one(Person, person)
        for name, value in changed.items():
            setattr(found, name, value)


def sign_ins(app: Flask, person: int) -> list[SignIn]:
    with app.extensions["database"].reading() as session:
        return list(session.scalars(select(SignIn).where(SignIn.person_id == person)))


def letters(app: Flask) -> list[Letter]:
    with app.extensions["database"].reading() as session:
        return list(session.scalars(select(Letter).order_by(Letter.id)))
