"""What is wrong with a page, at every width that is promised."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.browser import arrive
from tests.served import Town

AXE = Path(__file__).parents[3] / "node_modules/axe-core/axe.min.js"
WIDTHS = [(390, 844), (820, 1180), (1366, 768), (1920, 1080)]
NARROWEST = (320, 640)  # nothing is wider than the screen; axe has looked at the same page at 390
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TOO_SMALL = """() => [...document.querySelectorAll("main :is(button, a.btn, summary)")]
  .filter(it => it.checkVisibility({ visibilityProperty: true }))
  .filter(it => it.getBoundingClientRect().height < 43.5).map(it => it.outerHTML)"""
# Overlapping boxes and SVG text are measured by tests/assets; one's own camera has no captions.
EXPLAINED = {"color-contrast", "video-caption"}
Fault = tuple[object, ...]


def opened(town: Town, device: BrowserContext, person: int, path: str) -> Page:
    """By somebody, or by 0: whoever is not signed in."""
    if person:
        return arrive(device, town, person, path)
    page = device.new_page()
    page.goto(f"{town.config.address}{path}")
    return page


def faults(page: Page) -> list[Fault]:
    """At every width; what axe could not judge counts too, unless explained."""
    page.add_script_tag(path=AXE)
    told = ill_fitting(page, *NARROWEST)
    for width, height in WIDTHS:
        told += ill_fitting(page, width, height)
        violations, unsure = page.evaluate("axe.run().then(it => [it.violations, it.incomplete])")
        found = [*violations, *(one for one in unsure if one["id"] not in EXPLAINED)]
        told += [(width, fault["id"], fault["nodes"][0]["html"]) for fault in found]
    return told


def ill_fitting(page: Page, width: int, height: int) -> list[Fault]:
    page.set_viewport_size({"width": width, "height": height})
    told: list[Fault] = [(width, "small", html) for html in page.evaluate(TOO_SMALL)]
    if wider := page.evaluate(SIDEWAYS):
        told.append((width, "sideways", wider))
    return told
