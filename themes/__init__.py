"""Themes as data: each folder is one look. `base` is complete, the others say only what differs."""
