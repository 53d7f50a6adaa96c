"""The HTTP edge of `sync/`: one endpoint pushes intents and pulls rows in one round trip.

The contract is `sync/PROTOCOL.md`. Start with push.py, then pull.py.
"""
