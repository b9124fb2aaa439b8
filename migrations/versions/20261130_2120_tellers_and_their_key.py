"""tellers, and the key they make together"""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "7d0c94e2b1f8"
down_revision = "a94c1e7d5b38"
branch_labels = depends_on = None


def upgrade() -> None:
    _create(
        "tellers",
        [_number("meeting_id"), _number("seat"), _number("person_id")],
        ("meeting_id", "seat"),
        {"meeting_id": "meetings", "person_id": "persons"},
    )
    _create(
        "key_ceremonies",
        [
            _number("id"),
            _number("meeting_id"),
            sa.Column("group_name", sa.String(), nullable=False),
            _number("threshold"),
            sa.Column("started_at", sa.String(), nullable=False),
            _number("started_by"),
            sa.Column("tellers", sa.Text(), nullable=True),
            sa.Column("ready_at", sa.String(), nullable=True),
            sa.Column("stopped_at", sa.String(), nullable=True),
            sa.Column("stopped_by", sa.Integer(), nullable=True),
            sa.Column("stopped_why", sa.String(), nullable=True),
        ],
        ("id",),
        {"meeting_id": "meetings", "started_by": "persons", "stopped_by": "persons"},
    )
    op.create_index(op.f("ix_key_ceremonies_meeting_id"), "key_ceremonies", ["meeting_id"])
    _create(
        "trustee_seats",
        [
            _number("ceremony_id"),
            _number("seat"),
            _number("person_id"),
            sa.Column("agreed_at", sa.String(), nullable=True),
            sa.Column("silent_since", sa.String(), nullable=True),
            sa.Column("deleted_at", sa.String(), nullable=True),
        ],
        ("ceremony_id", "seat"),
        {"ceremony_id": "key_ceremonies", "person_id": "persons"},
    )
    op.create_index(op.f("ix_trustee_seats_person_id"), "trustee_seats", ["person_id"])
    _create(
        "teller_messages",
        [
            _number("ceremony_id"),
            _number("round"),
            _number("seat"),
            sa.Column("text", sa.Text(), nullable=False),
        ],
        ("ceremony_id", "round", "seat"),
        {"ceremony_id": "key_ceremonies"},
    )


def downgrade() -> None:
    for table in ("teller_messages", "trustee_seats", "key_ceremonies", "tellers"):
        op.drop_table(table)


def _create(
    table: str,
    columns: list["sa.Column[object]"],
    key: tuple[str, ...],
    points: Mapping[str, str],
) -> None:
    op.create_table(
        table,
        *columns,
        *(_points(table, column, to) for column, to in points.items()),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
    )


def _number(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.Integer(), nullable=False)


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
