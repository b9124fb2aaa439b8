"""The people of the walk, each with a device of her own, and what they press."""

from collections.abc import Iterable
from itertools import count

from playwright.sync_api import Locator, Page, expect

from tests.served import Town

PATIENCE = 15_000  # milliseconds
_keys = count()


class Chair:
    """Only ever presses the big button, and says what she expects to stand on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, label: str) -> None:
        button = self.page.locator("#next-act-button")
        expect(button).to_contain_text(label, timeout=PATIENCE)
        expect(button).not_to_have_attribute("aria-disabled", "true")  # as the gavel rests
        button.click()

    def expects(self, label: str) -> None:
        expect(self.page.locator("#next-act-button")).to_contain_text(label, timeout=PATIENCE)

    def reads(self, words: str) -> None:
        expect(self.page.locator("#script-box")).to_contain_text(words, timeout=PATIENCE)

    def confirms(self) -> None:
        """What the product asks first is answered by repeating the act."""
        self.page.locator("#ask [data-answers]").click()


def sees(page: Page, words: str, where: str = "main") -> None:
    expect(page.locator(where).first).to_contain_text(words, timeout=PATIENCE)


def presses(page: Page, name: str, within: str = "main") -> None:
    button: Locator = page.locator(within).get_by_role("button", name=name).first
    expect(button).to_be_visible(timeout=PATIENCE)
    button.click()


def all_do(town: Town, people: Iterable[int], method: str, url: str, **form: object) -> None:
    """Everybody else in the hall, without a page of their own."""
    for person in people:
        status, answer = town.person(person).act(method, url, f"e2e-{next(_keys)}", **form)
        assert status == 200, answer
