"""Actions: what a young person plans to do and has done, written by both sides of a dossier.

An action is edited group by group, commented, completed, then qualified: an advisor confirms its
hours and it never changes again. Start with operations.py.
"""
