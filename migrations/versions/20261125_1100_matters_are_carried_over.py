"""matters are carried over from one meeting to another"""

import sqlalchemy as sa
from alembic import op

revision = "8f0b63c5d7e1"
down_revision = "5c1e7a90b2d4"
branch_labels = depends_on = None

FROM = "fk_agenda_items_carried_from_agenda_items"


def upgrade() -> None:
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("carried_from", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f(FROM), "agenda_items", ["carried_from"], ["id"])
        batch_op.create_index(batch_op.f("ix_agenda_items_carried_from"), ["carried_from"])


def downgrade() -> None:
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_items_carried_from"))
        batch_op.drop_constraint(batch_op.f(FROM), type_="foreignkey")
        batch_op.drop_column("carried_from")
