"""Seeded stories of several devices and one server, with everything that breaks between them.

Start with `history.py`: one story. `./scripts/simulate` runs thousands.
"""
