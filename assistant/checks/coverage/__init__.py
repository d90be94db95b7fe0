"""Whether a draft covers what a guide's direction asks for."""
