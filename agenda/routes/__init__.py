"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from agenda.routes import documents, items, preparation, proposals

BLUEPRINTS: list[Blueprint] = [
    items.blueprint,
    documents.blueprint,
    proposals.blueprint,
    preparation.blueprint,
]
