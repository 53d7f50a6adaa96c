"""What people do in a story, one file a domain. Start with `repertoire.py`: who, how often."""
