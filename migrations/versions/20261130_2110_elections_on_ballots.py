"""elections on ballots: what is elected, how far it has come, and who are nominated"""

import sqlalchemy as sa
from alembic import op

revision = "a94c1e7d5b38"
down_revision = "f3b92c6d10a7"
branch_labels = depends_on = None


def upgrade() -> None:
    _create(
        "elections",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("election", sa.String(), nullable=False),
        sa.Column("is_proportional", sa.Boolean(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("warned_by", sa.Integer(), nullable=True),
        sa.Column("warned_at", sa.String(), nullable=True),
    )
    _create(
        "election_steps",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
    )
    _create(
        "nominations",
        sa.Column("election_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("designation", sa.String(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("by_person_id", sa.Integer(), nullable=True),
        sa.Column("by_words", sa.String(), nullable=True),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
    )


def downgrade() -> None:
    for table in reversed(POINTS):
        for column in INDEXED[table]:
            op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.drop_table(table)


POINTS = {
    "elections": (
        ("meeting_id", "meetings"),
        ("item_id", "agenda_items"),
        ("warned_by", "persons"),
    ),
    "election_steps": (("election_id", "elections"), ("person_id", "persons")),
    "nominations": (
        ("election_id", "elections"),
        ("person_id", "persons"),
        ("by_person_id", "persons"),
    ),
}
INDEXED = {
    "elections": ("meeting_id", "item_id"),
    "election_steps": ("election_id",),
    "nominations": ("election_id",),
}


def _create(table: str, *columns: sa.Column) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        *(_points(table, column, to) for column, to in POINTS[table]),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in INDEXED[table]:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
