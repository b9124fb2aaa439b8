"""What must hold in each table, and between the tables."""
