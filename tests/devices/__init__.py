"""Simulated devices, written from PROTOCOL.md alone. Start with `device.py`."""
