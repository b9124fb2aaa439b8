"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from voting.routes import acclamations, decisions, elections, order, results, statements, votes

BLUEPRINTS: list[Blueprint] = [
    order.blueprint,
    elections.blueprint,
    acclamations.blueprint,
    votes.blueprint,
    decisions.blueprint,
    statements.blueprint,
    results.blueprint,
]
