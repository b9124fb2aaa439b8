from tests.browser import browser, enter, town  # noqa: F401
