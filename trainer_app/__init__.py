"""Training and curriculum manager for peer educators."""

__version__ = "0.1.0"
NAME = "Trainer"  # of the program, which is not translated
