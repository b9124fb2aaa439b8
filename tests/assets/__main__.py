"""`python -m tests.assets` shows every component, for looking while one works on them."""

from tests.assets.showcase import create

create().run(port=0)
