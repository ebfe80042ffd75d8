"""Who and what an indicator counts: a module for each family of measures, and the facts that they share."""
