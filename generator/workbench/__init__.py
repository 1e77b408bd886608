"""What the browser wizard asks of the handbook: previews, findings, ownership, builds."""

from generator.workbench.bench import open_workbench

__all__ = ["open_workbench"]
