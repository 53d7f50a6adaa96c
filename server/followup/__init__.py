"""What is read across domains about one young person: the hours of a week, the facts of a dossier.

Nothing here is stored or sent: devices count the same figures from the same records.
"""
