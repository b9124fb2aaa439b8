"""`python -m web.serve HOST PORT`: how `klubba serve` begins.

Everything is cooperative from the first line.  The worker processes import this module once more,
and then it must be cheap: hence nothing happens unless it is the one that was started.
"""

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()

    import logging
    import sys

    from web.config import Config
    from web.server import AlreadyServed, serve

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    try:
        serve(Config.from_environment(), sys.argv[1], int(sys.argv[2]))
    except AlreadyServed as error:
        sys.exit(str(error))
