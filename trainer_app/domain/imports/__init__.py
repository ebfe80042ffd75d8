"""Lists made by others, read into what a register needs: which column is what, and what each cell means."""
