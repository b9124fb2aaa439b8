"""What can be done here, over HTTP.  One file per noun."""

from flask import Blueprint

BLUEPRINTS: list[Blueprint] = []
