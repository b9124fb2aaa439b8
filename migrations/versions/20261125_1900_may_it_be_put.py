"""whether an interpellation or a question may be put"""

import sqlalchemy as sa
from alembic import op

revision = "5a7e19c4d2f0"
down_revision = "0cc15d6ba45a"
branch_labels = depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("handlings") as table:
        table.add_column(sa.Column("leave", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("handlings") as table:
        table.drop_column("leave")
