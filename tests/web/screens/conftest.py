from tests.agenda.conftest import clerk_of_grannby
from tests.browser import browser, enter, town

__all__ = ["browser", "clerk_of_grannby", "enter", "town"]
