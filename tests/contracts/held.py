"""Somebody holds the hub.  Does the watchdog say for how long, and where?"""

from gevent import monkey

monkey.patch_all()

import gevent  # noqa: E402
from gevent.monkey import get_original  # noqa: E402

from web.watchdog import Watchdog  # noqa: E402


def hold_everybody_up() -> None:
    get_original("time", "sleep")(0.2)


if __name__ == "__main__":
    watchdog = Watchdog()
    gevent.spawn(watchdog.watch_forever)
    gevent.sleep(0.1)
    watchdog.stalls.clear()
    hold_everybody_up()
    gevent.sleep(0.05)
    held, where = max(watchdog.stalls)
    print(0.15 < held < 1, "hold_everybody_up" in where)
