"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from agenda.routes import covers, documents, items, preparation, proposals

BLUEPRINTS: list[Blueprint] = [
    items.blueprint,
    documents.blueprint,
    covers.blueprint,
    proposals.blueprint,
    preparation.blueprint,
]
