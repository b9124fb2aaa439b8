"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from voting.routes import acclamations, decisions, order, paper, results, statements, tellers, votes
from voting.routes.elections import casting, digital, nominations, planning, requests, shares

BLUEPRINTS: list[Blueprint] = [
    order.blueprint,
    requests.blueprint,
    planning.blueprint,
    nominations.blueprint,
    digital.blueprint,
    casting.blueprint,
    shares.blueprint,
    acclamations.blueprint,
    votes.blueprint,
    decisions.blueprint,
    statements.blueprint,
    paper.blueprint,
    results.blueprint,
    tellers.blueprint,
]
