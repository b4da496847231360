"""Measures kernels side by side: conformance, behaviour on the wire, speed. Writes Markdown tables to stdout.

    .venv/bin/python bench/kernel-scorecard.py [--repetitions 30] [--only scores|timings] [--install]
                                               [--kernels ours,ipykernel] [--patience 120]

Ours, stock tslab, Deno and ipykernel; `--kernels` takes the names of other registered kernels too. `--install` puts the
npm package `deno` into .cache/peers; a kernel that is not there is left out. Timings are medians of one run in which
the kernels take turns. A kernel that dies, or keeps silent for `--patience` seconds, has "no answer" in its row, the
last row says where and after how long, and the run goes on. The exit code is 1 only when that kernel is ours.
"""

import argparse
import os
import sys

from kernel_scorecard import peers
from kernel_scorecard.scores import scores
from kernel_scorecard.timings import text_of, timings


def main():
    options = parse()
    if options.install:
        peers.install_deno()
    names = chosen(options.kernels)
    print(f"{peers.versions()}; {os.cpu_count()} processors.\n")
    tables = []
    if options.only != "timings":
        tables.append(scores(names, options.patience))
        print(tables[-1].table(lambda _, words: words[0]), "\n", flush=True)
    if options.only != "scores":
        tables.append(timings(names, options.repetitions, options.patience))
        print(f"Milliseconds, medians of {options.repetitions} (loops: of {min(options.repetitions, 5)}).\n")
        print(tables[-1].table(text_of))
    sys.exit(1 if any(table.unanswered.get(peers.OURS) for table in tables) else 0)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repetitions", type=int, default=30)
    parser.add_argument("--only", choices=["scores", "timings"])
    parser.add_argument("--kernels", help="names, separated by commas")
    parser.add_argument("--patience", type=float, default=120, help="seconds a kernel has for an answer")
    parser.add_argument("--install", action="store_true")
    return parser.parse_args()


def chosen(text):
    there = peers.register_peers()
    names = there if text is None else text.split(",")
    for name in names:
        if not peers.is_registered(name):
            known = ", ".join(there)
            sys.exit(f"Cannot measure the kernel {name}: there is none of this name. There are {known}, and those of Jupyter.")
    return names


if __name__ == "__main__":
    main()
