"""How fast the program is, against what a person would otherwise run: `python -m benchmarks`."""
