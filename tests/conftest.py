"""Makes `tests` importable for every test, however pytest is started."""
