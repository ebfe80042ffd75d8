"""Papers and sheets: a frozen value and the words of a language become a file, or bytes to look at."""
