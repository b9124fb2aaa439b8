"""While a process listens for what others have committed, do its own greenlets run?"""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402

import gevent  # noqa: E402

from core.bulletin import Bulletin  # noqa: E402
from core.db import Database  # noqa: E402
from core.log import Pulse  # noqa: E402

if __name__ == "__main__":
    heard: list[tuple[int, int]] = []
    own = Bulletin(sys.argv[1], lambda meeting, news: heard.append((meeting, news[0].seq)))
    other = Bulletin(sys.argv[1], lambda _meeting, _news: None)
    gevent.spawn(own.listen_forever)
    gevent.sleep(0.3)
    with Database(sys.argv[1]).writing() as session, session.begin():
        other.post(session, 1, [Pulse("urn", 7)])
    ticks = sum(gevent.sleep(0.01) is None for _ in range(50))
    print(f"ticks={ticks == 50} heard={heard}")
