"""`python -m web.demo.serve HOST PORT MOOD`: how `klubba demo` begins.

Everything is cooperative from the first line; see `web.serve`.
"""

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()

    import logging
    import sys

    from web.config import Config
    from web.demo.begin import beginning
    from web.server import AlreadyServed, serve

    logging.basicConfig(level=logging.ERROR, format="%(asctime)s %(levelname)s %(message)s")
    host, port, mood = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    try:
        serve(Config.from_environment(), host, port, beginning(f"http://{host}:{port}", mood))
    except AlreadyServed as error:
        sys.exit(str(error))
