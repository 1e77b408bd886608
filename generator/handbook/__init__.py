"""Plans the handbook: which chapters and clauses a company needs, and the data they print."""

from generator.handbook.planner import plan_handbook

__all__ = ["plan_handbook"]
