"""Budget, annual report and audit: on the web from the day of the notice (KL 8:14–16 a, DOCS-1)."""

from sqlalchemy.orm import Session

from agenda.models import Document, Item
from agenda.queries.items import standing
from agenda.queries.listing import documents_of
from agenda.rules.wording import OnTheWeb
from web.screens.convening import web_words


def on_the_web(session: Session, meeting_id: int) -> list[tuple[str, Item, list[Document]]]:
    """What it is, the item, and the documents that can be read."""
    items = [item for item in standing(session, meeting_id) if item.on_the_web]
    if not items:
        return []
    documents, words = documents_of(session, [item.id for item in items]), web_words()
    return [(words[OnTheWeb(item.on_the_web or "")], item, documents[item.id]) for item in items]
