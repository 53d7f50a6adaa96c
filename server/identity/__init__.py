"""Identity (comptes): people who sign in, how they prove who they are, on which devices.

A young person enters with a one-time code and keeps a device session; an advisor has an e-mail and
a password. Every request's actor comes from access.py; start there.
"""
