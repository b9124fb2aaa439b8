"""Letters leave the house once, are wiped, and are tried again when they could not be sent."""

import socketserver
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from core import clock
from councils.models import Letter
from tests.web.auth.conftest import Evening
from tests.web.auth.door import letters, register, send_code
from tests.worlds import BO, KLARA, OPEN, Clients
from web.config import Config
from web.gateways.posts import ByMailToPhone, ToFile, ToServer, Written, carriers

LETTER = Written(7, "bo@example.se", "Din kod åäö", "Hej Bo,\n\nkoden är 123 456.\n")


@pytest.fixture(autouse=True)
def evening() -> Iterator[Evening]:
    evening = Evening()
    with clock.set_to(evening):
        yield evening


class Refuses:
    """A mail server that is out of order until it is mended."""

    def __init__(self) -> None:
        self.is_mended, self.carried = False, 0

    def carry(self, letter: Written) -> None:
        if not self.is_mended:
            raise ConnectionRefusedError("Servern svarar inte.")
        self.carried += 1


def test_a_letter_is_wiped_when_it_has_left(app: Flask, clients: Clients) -> None:
    send_code(clients, BO, OPEN)
    assert letters(app)[0].contents is not None
    assert app.extensions["postman"].deliver() == 1
    (letter,) = letters(app)
    assert (letter.contents, letter.failed, letter.sent_at is not None) == (None, None, True)
    assert app.extensions["postman"].deliver() == 0


def test_a_letter_that_could_not_be_sent_says_why_and_is_tried_again(
    app: Flask, clients: Clients, evening: Evening
) -> None:
    carrier = Refuses()
    app.extensions["postman"].carriers["email"] = carrier
    send_code(clients, BO, OPEN)
    assert app.extensions["postman"].deliver() == 0
    assert letters(app)[0].failed == "ConnectionRefusedError: Servern svarar inte."
    carrier.is_mended = True
    assert app.extensions["postman"].deliver() == 0  # not yet
    evening.passes(seconds=31)
    assert app.extensions["postman"].deliver() == 1
    assert (carrier.carried, letters(app)[0].failed) == (1, None)


def test_a_code_that_came_to_nothing_does_not_lie_about(
    app: Flask, clients: Clients, evening: Evening
) -> None:
    app.extensions["postman"].carriers["email"] = Refuses()
    send_code(clients, BO, OPEN)
    app.extensions["postman"].deliver()
    evening.passes(minutes=11)
    app.extensions["postman"].deliver()
    (letter,) = letters(app)
    assert (letter.contents, letter.sent_at, letter.failed) == (
        None,
        None,
        "Hann inte skickas i tid.",
    )


def test_in_the_end_nobody_tries_any_more(app: Flask, clients: Clients, evening: Evening) -> None:
    carrier = Refuses()
    app.extensions["postman"].carriers["email"] = carrier
    form = {"person_id": BO, "channel": "email"}
    clients.act(KLARA, "POST", f"/meetings/{OPEN}/links", **form)
    for _ in range(20):
        app.extensions["postman"].deliver()
        evening.passes(minutes=31)
    assert letters(app)[0].tries == 12
    assert letters(app)[0].contents is None


def test_two_postmen_do_not_send_the_same_letter(app: Flask, clients: Clients) -> None:
    postman, carrier = app.extensions["postman"], Refuses()
    carrier.is_mended = True
    postman.carriers["email"] = carrier
    send_code(clients, BO, OPEN)
    number = letters(app)[0].id
    assert postman.take(number) == number
    assert postman.deliver() == 0  # another has taken it
    assert carrier.carried == 0


def test_a_postman_who_dies_on_the_way_loses_nothing(
    app: Flask, clients: Clients, evening: Evening
) -> None:
    postman = app.extensions["postman"]
    send_code(clients, BO, OPEN)
    postman.take(letters(app)[0].id)
    evening.passes(seconds=61)
    assert postman.deliver() == 1


def test_letters_are_written_with_the_act_or_not_at_all(app: Flask, clients: Clients) -> None:
    register(app, BO, email=None)
    form = {"person_id": BO, "channel": "email"}
    assert clients.act(KLARA, "POST", f"/meetings/{OPEN}/codes", **form).status_code == 400
    with app.extensions["database"].reading() as session:
        assert session.scalars(select(Letter)).all() == []


def test_a_letter_in_a_file_is_for_its_owner_only(tmp_path: Path) -> None:
    ToFile(tmp_path / "letters", "klubba@localhost").carry(LETTER)
    path = tmp_path / "letters" / "000007.eml"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (message["To"], message["Subject"]) == ("bo@example.se", "Din kod åäö")
    assert message.get_content() == LETTER.text


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("070-123 45 67", "46701234567@sms.example"),
        ("+46 70 123 45 67", "46701234567@sms.example"),
        ("0046701234567", "46701234567@sms.example"),
    ],
)
def test_a_text_message_goes_by_the_operators_mail(number: str, address: str) -> None:
    sent: list[Written] = []

    class Keeps:
        def carry(self, letter: Written) -> None:
            sent.append(letter)

    ByMailToPhone("{number}@sms.example", Keeps()).carry(Written(1, number, "s", "t"))
    assert [letter.to for letter in sent] == [address]


def test_no_name_can_add_a_line_to_the_head_of_a_letter(tmp_path: Path) -> None:
    forged = Written(1, "bo@example.se\nBcc: thief@example.se", "s", "t")
    with pytest.raises(ValueError, match="linefeed"):
        ToFile(tmp_path, "klubba@localhost").carry(forged)


def test_a_mail_server_on_this_machine_gets_the_letter(server: "Server") -> None:
    ToServer(f"smtp://127.0.0.1:{server.port}", "klubba@localhost").carry(LETTER)
    assert server.heard == "<bo@example.se>"
    message = message_from_bytes(server.letter, policy=policy.default)
    assert message.get_content().split() == LETTER.text.split()


def test_a_code_does_not_leave_the_machine_in_clear(
    server: "Server", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.gateways.posts.LOCAL", ())
    with pytest.raises(ConnectionRefusedError, match="STARTTLS"):
        ToServer(f"smtp://127.0.0.1:{server.port}", "klubba@localhost").carry(LETTER)
    assert server.letter == b""


def test_the_configuration_says_which_way(tmp_path: Path) -> None:
    ways = carriers(
        Config(data=tmp_path, mail="smtps://u:p@mail.example", sms="{number}@s.example")
    )
    assert isinstance(ways["email"], ToServer)
    assert isinstance(ways["phone"], ByMailToPhone)
    assert isinstance(carriers(Config(data=tmp_path))["phone"], ToFile)


class Server(socketserver.TCPServer):
    """The few words of SMTP that a letter needs; offers no encryption."""

    allow_reuse_address = True

    def __init__(self) -> None:
        self.heard, self.letter = "", b""
        super().__init__(("127.0.0.1", 0), Clerk)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Clerk(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.upper().split()[0]
            if word == "RCPT":
                self.server.heard = line.split(":")[1]
            if word == "DATA":
                self._say("354 go on")
                self.server.letter = self._letter()
            self._say("221 bye" if word == "QUIT" else "250 ok")
            if word == "QUIT":
                return

    def _letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        return b"".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
