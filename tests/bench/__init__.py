"""Figures of the product, printed as `name value unit limit ok|over`; `scripts/bench` is the door.

They are measured, not asserted: a shared machine is not a stopwatch. Limits are architecture's.
"""
