"""A rehearsal: simulated members in a council of 61, so that a chair can practise alone."""
