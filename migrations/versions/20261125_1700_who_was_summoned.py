"""who was summoned, why an extra meeting is held, and what must be on the web"""

import sqlalchemy as sa
from alembic import op

revision = "d90c3e5a71b8"
down_revision = "c294e22a7aaf"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table(
        "summonses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        *(_points(column, table) for column, table in POINTS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summonses")),
    )
    op.create_index(op.f("ix_summonses_meeting_id"), "summonses", ["meeting_id"])
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ground", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("asked", sa.Integer(), nullable=True))
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("on_the_web", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_column("on_the_web")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_column("asked")
        batch_op.drop_column("ground")
    op.drop_index(op.f("ix_summonses_meeting_id"), table_name="summonses")
    op.drop_table("summonses")


POINTS = (
    ("meeting_id", "meetings"),
    ("person_id", "persons"),
    ("letter_id", "letters"),
    ("by", "persons"),
)


def _points(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_summonses_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name)
