"""Those who stand equal, in words: persons by name, groups by number and designation."""

from collections.abc import Callable

from voting.queries.paper.standing import Standing


def told_as(found: Standing) -> Callable[[str], str]:
    """From what a lot calls them to what they are called in the hall."""
    if found.result is None or not found.sheet.is_proportional:
        return str
    groups = {str(group.number): group for group in found.result.groups}
    return lambda key: f"{groups[key].designation} ({key})"
