"""two groups note that two absences even out"""

import sqlalchemy as sa
from alembic import op

revision = "94d0b6a2f7e1"
down_revision = "e51a7c08b3d6"
branch_labels = depends_on = None

POINTS = (("meeting_id", "meetings"), ("person_id", "persons"), ("other_id", "persons"))


def upgrade() -> None:
    op.create_table(
        "pairings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        *(_points(column, table) for column, table in POINTS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairings")),
    )
    op.create_index(op.f("ix_pairings_meeting_id"), "pairings", ["meeting_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_pairings_meeting_id"), table_name="pairings")
    op.drop_table("pairings")


def _points(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_pairings_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name)
