"""Bring a new project into the folder without losing what a person wrote there."""
