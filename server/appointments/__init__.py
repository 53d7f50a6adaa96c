"""Appointments (rendez-vous): one shared appointment, one participant per young person.

What is shared (when and where, details) is written once and shown in every dossier; the answer,
the attendance and the cancellation belong to each participant. A young person never learns who
else comes, nor whether anybody does. Start with operations.py.
"""
