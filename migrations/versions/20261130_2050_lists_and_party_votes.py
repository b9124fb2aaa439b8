"""a party's lists, and its votes in each constituency"""

import sqlalchemy as sa
from alembic import op

revision = "f3b92c6d10a7"
down_revision = "c41d7b9e0a36"
branch_labels = depends_on = None

POINTS = (("party_id", "parties"), ("constituency_id", "constituencies"))


def upgrade() -> None:
    op.add_column("mandates", sa.Column("list_name", sa.String(), nullable=True))
    op.create_table(
        "party_votes",
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("constituency_id", sa.Integer(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        *(_points(column, table) for column, table in POINTS),
        sa.PrimaryKeyConstraint("party_id", "constituency_id", name=op.f("pk_party_votes")),
    )


def downgrade() -> None:
    op.drop_table("party_votes")
    with op.batch_alter_table("mandates") as batch_op:
        batch_op.drop_column("list_name")


def _points(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_party_votes_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name)
