"""The parts of bench/kernel-scorecard.py."""
