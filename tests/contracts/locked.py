"""While another process holds the database for a second, does everybody else go on?"""

from gevent import monkey

monkey.patch_all()

import sqlite3  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

import gevent  # noqa: E402

from core.actor import Actor, Audience, Onlooker  # noqa: E402
from meetings.actions.lines import regain_line  # noqa: E402
from tests.worlds import BO, OPEN, new_world  # noqa: E402
from web.app import create_app  # noqa: E402
from web.config import Config  # noqa: E402

if __name__ == "__main__":
    app, _ = create_app(Config(f"sqlite:///{sys.argv[1]}/t.db", data=Path(sys.argv[1])))
    new_world(app.extensions["database"])
    somebody_else = sqlite3.connect(f"{sys.argv[1]}/t.db", isolation_level=None)
    somebody_else.execute("BEGIN IMMEDIATE")

    submit, live = app.extensions["writer"].submit, app.extensions["live"]
    act = gevent.spawn(submit, OPEN, regain_line, BO, by=Actor(BO))
    longest, drawn = 0.0, 0
    while_locked = time.monotonic() + 1
    while time.monotonic() < while_locked and not act.dead:
        began = time.monotonic()
        gevent.sleep(0.01)
        longest = max(longest, time.monotonic() - began)
        drawn += live.seen(OPEN, Onlooker(Audience.HALL))["seq"] == 0
    waited = not act.dead
    somebody_else.execute("ROLLBACK")
    receipt = act.get(timeout=10)
    print(f"waited={waited} free={longest < 0.3} drawn={drawn > 0} seq={receipt.seq}")
    app.extensions["workers"].close()
