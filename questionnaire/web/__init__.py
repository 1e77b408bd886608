"""The wizard for a browser: pages made here, served to this computer only, working without scripts."""
