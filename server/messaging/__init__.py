"""Instant messaging (messagerie): one thread per young person, shared with their advisors.

A thread has two sides, the young person and the advisors. Messages are ordered by arrival at the
server (`seq`), not by the clock of a phone. Start with operations.py.
"""
