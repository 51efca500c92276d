"""What people enter in the app: register, thresholds, commitments, checklist, cost base."""
