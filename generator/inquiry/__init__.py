"""Answers what people ask of a strategy without building it: a drill, why, and what if."""
