"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from voting.routes import acclamations, decisions, order, statements, votes

BLUEPRINTS: list[Blueprint] = [
    order.blueprint,
    acclamations.blueprint,
    votes.blueprint,
    decisions.blueprint,
    statements.blueprint,
]
