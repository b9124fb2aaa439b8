"""What is SEEN.  One file per audience; none of them acts."""

from flask import Blueprint

from web.screens import panels

BLUEPRINTS: list[Blueprint] = [panels.blueprint]
