"""the gavel rests before the item is left"""

import sqlalchemy as sa
from alembic import op

revision = "5c1e7a90b2d4"
down_revision = "d2b4d8e4b81c"
branch_labels = depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("handlings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rests_until", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("handlings", schema=None) as batch_op:
        batch_op.drop_column("rests_until")
