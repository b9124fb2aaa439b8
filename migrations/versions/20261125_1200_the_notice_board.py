"""the notice board, and hour by hour whether it was up"""

import sqlalchemy as sa
from alembic import op

revision = "2e7d94ab10c6"
down_revision = "8f0b63c5d7e1"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("approved_on", sa.String(), nullable=True),
        sa.Column("minutes_at", sa.String(), nullable=True),
        sa.Column("posted_on", sa.String(), nullable=False),
        sa.Column("posted_at", sa.String(), nullable=False),
        sa.Column("posted_by", sa.Integer(), nullable=False),
        sa.Column("elsewhere", sa.String(), nullable=True),
        sa.Column("again_of", sa.Integer(), nullable=True),
        sa.Column("removed_at", sa.String(), nullable=True),
        sa.Column("removed_by", sa.Integer(), nullable=True),
        *(_points(column, table) for column, table in POINTS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_index(op.f("ix_notices_council_id"), "notices", ["council_id"])
    op.create_index(op.f("ix_notices_meeting_id"), "notices", ["meeting_id"])
    op.create_table(
        "board_checks",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("was_up", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_board_checks_notice_id_notices")
        ),
        sa.PrimaryKeyConstraint("notice_id", "at", name=op.f("pk_board_checks")),
    )


def downgrade() -> None:
    op.drop_table("board_checks")
    op.drop_index(op.f("ix_notices_meeting_id"), table_name="notices")
    op.drop_index(op.f("ix_notices_council_id"), table_name="notices")
    op.drop_table("notices")


POINTS = (
    ("council_id", "councils"),
    ("meeting_id", "meetings"),
    ("posted_by", "persons"),
    ("again_of", "notices"),
    ("removed_by", "persons"),
)


def _points(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_notices_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name)
