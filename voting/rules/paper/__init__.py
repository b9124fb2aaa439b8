"""Elections on ballot papers: from the slips that are printed to the figures that are declared."""
