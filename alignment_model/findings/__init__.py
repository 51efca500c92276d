"""What the measures mean for one wave: agreement, gaps, patterns, value, chain, register, conversations."""
