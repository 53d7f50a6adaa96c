"""Private notes (notes privées): what advisors write about a young person, among themselves.

Notes live in the advisors' side of a dossier (scope `n`): they never reach a young person's device.
Start with operations.py.
"""
