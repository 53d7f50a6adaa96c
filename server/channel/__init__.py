"""The live channel: pokes and small deltas over one websocket, never the only way to learn.

A device that misses everything said here catches up with its next pull. Start with route.py.
"""
