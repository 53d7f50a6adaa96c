"""Real browsers, found on this machine and driven through their own protocols."""
