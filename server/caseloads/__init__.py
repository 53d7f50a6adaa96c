"""Caseloads (portefeuilles): young people (jeunes) and the advisors who follow them.

A young person exists because an advisor invited them; the two come in together. Start with
operations.py.
"""
