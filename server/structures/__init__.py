"""Structures (Mission Locale): the organisations, and their sites (sites, antennes).

Everyone belongs to one structure. Start with operations.py.
"""
