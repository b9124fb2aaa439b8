"""While a worker counts for half a second, do other greenlets run?"""

from gevent import monkey

if __name__ == "__main__":
    monkey.patch_all()

import time

import gevent

from core.workers import Workers


def count(seconds: float) -> str:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
    return "counted"


if __name__ == "__main__":
    workers, ticks = Workers(1), 0
    answer = gevent.spawn(workers.run, count, 0.5)
    while not answer.dead:
        gevent.sleep(0.01)
        ticks += 1
    print(answer.value, ticks > 10)
    workers.close()
