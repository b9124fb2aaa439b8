"""Elections on ballot papers, from the empty urn to the envelope.  LPV 4–22, KL 5:53–56."""
