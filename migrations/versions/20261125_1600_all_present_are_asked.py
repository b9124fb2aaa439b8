"""all who are present are asked about what was not announced or not prepared"""

import sqlalchemy as sa
from alembic import op

revision = "b7d15e02c9f4"
down_revision = "a4c81f3e7b52"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "assents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("lacks", sa.JSON(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("present", sa.JSON(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        *(_points(column, table) for column, table in POINTS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assents")),
    )
    op.create_index(op.f("ix_assents_meeting_id"), "assents", ["meeting_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_assents_meeting_id"), table_name="assents")
    op.drop_table("assents")


POINTS = (("meeting_id", "meetings"), ("item_id", "agenda_items"), ("by", "persons"))


def _points(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_assents_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name)
