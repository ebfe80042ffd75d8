"""What the command line does, one function for each command, grouped by what they are about.

Each is handed a `Context` and the options it was given, and returns a `Result`: what `--json` prints, and the
lines a person reads.
"""
