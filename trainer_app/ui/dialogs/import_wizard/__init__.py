"""Bringing in a list of people made in another program: four steps, and nothing is written before the last."""
