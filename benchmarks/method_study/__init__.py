"""How often the method is right, by simulation; `python -m benchmarks.method_study`."""
