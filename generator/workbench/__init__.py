"""What the browser wizard asks of the handbook: previews, findings, ownership, builds."""
