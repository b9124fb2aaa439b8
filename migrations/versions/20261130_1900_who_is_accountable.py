"""who stands aside where auditors are elected and discharge is decided"""

import sqlalchemy as sa
from alembic import op

revision = "2b9f46d7c810"
down_revision = "7c1d0e93b5a4"
branch_labels = depends_on = None

POINTS = (("item_id", "agenda_items"), ("person_id", "persons"))


def upgrade() -> None:
    with op.batch_alter_table("agenda_items") as table:
        table.add_column(sa.Column("audit", sa.String(), nullable=True))
    op.create_table(
        "accountable",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        *(_points(column, table) for column, table in POINTS),
        sa.PrimaryKeyConstraint("item_id", "person_id", name=op.f("pk_accountable")),
    )


def downgrade() -> None:
    op.drop_table("accountable")
    with op.batch_alter_table("agenda_items") as table:
        table.drop_column("audit")


def _points(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_accountable_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name)
