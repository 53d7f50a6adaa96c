"""The conflict-resolving engine: it decides, it never reads or writes. Start with `merge.py`."""
