"""What every domain may use: one transaction, one clock, one policy, one error tree.

Start with `unit_of_work.py`: it is the only way to write.
"""
