"""elections on paper: ticked off, counted by two, ruled on, lots"""

import sqlalchemy as sa
from alembic import op

revision = "c58e20f7a914"
down_revision = "7d0c94e2b1f8"
branch_labels = depends_on = None

TABLES = (
    "election_lots",
    "paper_rulings",
    "paper_entries",
    "paper_choices",
    "paper_ticks",
    "paper_elections",
)


def upgrade() -> None:
    _papers()
    _voting()
    _counting()
    _lots()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _papers() -> None:
    _create(
        "paper_elections",
        [_whole("election_id")],
        _maybe("officer_id", sa.Integer()),
        _whole("attempt"),
        *(_maybe(name, sa.Integer()) for name in ("present", "printed", "handed_out", "destroyed")),
        _maybe("shown_at", sa.String()),
        _maybe("shown_by", sa.Integer()),
        _maybe("counted_at", sa.String()),
        _maybe("counted_where", sa.String()),
        _maybe("witnesses", sa.JSON()),
        _maybe("unsealed_at", sa.String()),
        _maybe("unsealed_by", sa.Integer()),
        _maybe("kept_where", sa.String()),
        _maybe("kept_at", sa.String()),
        people=("officer_id", "shown_by", "unsealed_by"),
    )


def _voting() -> None:
    seat = [_whole("election_id"), _whole("seat")]
    _create("paper_ticks", seat, _whole("person_id"), people=("person_id",))
    _create(
        "paper_choices",
        [_whole("election_id"), _whole("number")],
        sa.Column("designation", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
    )


def _counting() -> None:
    _create(
        "paper_entries",
        [_whole("id")],
        _whole("election_id"),
        _whole("attempt"),
        sa.Column("stage", sa.String(), nullable=False),
        _whole("teller_id"),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        people=("teller_id",),
    )
    _create(
        "paper_rulings",
        [_whole("id")],
        _whole("election_id"),
        _whole("attempt"),
        _whole("slip"),
        sa.Column("ruling", sa.String(), nullable=False),
        _maybe("ground", sa.String()),
        sa.Column("designation", sa.String(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("ruled_out", sa.JSON(), nullable=False),
        _whole("ruled_by"),
        sa.Column("at", sa.String(), nullable=False),
        people=("ruled_by",),
    )


def _lots() -> None:
    words = [sa.Column(name, sa.String(), nullable=False) for name in ("winner", "how", "drawn_by")]
    _create(
        "election_lots",
        [_whole("id")],
        _whole("election_id"),
        sa.Column("stage", sa.String(), nullable=False),
        _maybe("round", sa.Integer()),
        sa.Column("figure", sa.String(), nullable=False),
        sa.Column("tied", sa.JSON(), nullable=False),
        *words,
        sa.Column("at", sa.String(), nullable=False),
        _maybe("void_at", sa.String()),
    )


def _create(
    table: str, keys: list[sa.Column], *columns: sa.Column, people: tuple[str, ...] = ()
) -> None:
    of = {"election_id": "elections"} | dict.fromkeys(people, "persons")
    op.create_table(
        table,
        *keys,
        *columns,
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
            )
            for column, other in of.items()
        ),
        sa.PrimaryKeyConstraint(*(key.name for key in keys), name=op.f(f"pk_{table}")),
    )
    if keys[0].name == "id":
        op.create_index(op.f(f"ix_{table}_election_id"), table, ["election_id"])


def _whole(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=False)


def _maybe(name: str, kind: sa.types.TypeEngine) -> sa.Column:
    return sa.Column(name, kind, nullable=True)
