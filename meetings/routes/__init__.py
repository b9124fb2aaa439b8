"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

from meetings.routes import (
    approval,
    board,
    desk,
    distance,
    floor,
    items,
    meetings,
    minutes,
    registering,
    roll,
    summons,
)

BLUEPRINTS: list[Blueprint] = [
    meetings.blueprint,
    roll.blueprint,
    items.blueprint,
    floor.blueprint,
    desk.blueprint,
    distance.blueprint,
    minutes.blueprint,
    approval.blueprint,
    board.blueprint,
    summons.blueprint,
    registering.blueprint,
]
