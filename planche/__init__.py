"""Planche: one YAML file drawn as a native slide deck and as A3 posters."""
