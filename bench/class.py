"""What one more learner costs: memory (PSS) and waiting of kernels that work at once on one machine. Writes Markdown tables to stdout.

    .venv/bin/python bench/class.py [--learners 6] [--modes ordinary,class] [--threads 1,2] [--set NAME=VALUE ...]

A mode is a set of variables of the kernels' environment: `ordinary` has none, `class` those of deploy/class.env; `--set` adds
some to all. Where the compiler gives its memory back after a while (CONVLAB_LEAN), it does so after 20 seconds here, to be seen
in the last row. Each kernel has its two processes; shared pages count as the system divides them among those who share (PSS, from
/proc/PID/smaps_rollup), so the more learners, the smaller their part. Linux only.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import threading
import time

import psutil
from jupyter_client.manager import KernelManager

ROOT = pathlib.Path(__file__).resolve().parents[1]
PATIENCE = 180  # seconds that a cell has
SETTLED = 6  # seconds after which is freed what is freed after a cell
LEAN = 20  # seconds in place of those of CONVLAB_LEAN
TRAINING = """
import { evaluate, fit, loadMnist, mnistCnn } from "convlab";
const digits = await loadMnist({ trainImages: 2_000, testImages: 500 });
const model = mnistCnn({ seed: 1 });
await fit(model, digits.train, { epochs: 1, seed: 1 });
const { accuracy } = await evaluate(model, digits.test);
"""
STEPS = {
    "idle": "1 + 1",
    "after the import": 'import { tf } from "convlab";\ntf.version.tfjs',
    "after training": TRAINING,
    "after training again": "await fit(model, digits.train, { epochs: 1, seed: 1 });",
}


class Learner:
    """A kernel in the folder of the lessons, started as Jupyter starts it."""

    def __init__(self, environment):
        self.manager = KernelManager(kernel_name="tslab")
        began = time.perf_counter()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.manager.start_kernel(cwd=str(ROOT / "notebooks"), env=environment, **quiet)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        self.seconds = time.perf_counter() - began

    def run(self, code):
        began = time.perf_counter()
        reply = self.client.execute_interactive(code, timeout=PATIENCE, output_hook=lambda _: None)["content"]
        if reply["status"] != "ok":
            raise RuntimeError(f"{reply.get('ename')}: {reply.get('evalue')}")
        self.seconds = time.perf_counter() - began

    def memory(self):
        """PSS of the two processes, and what of it is the session's own: heaps and what else no file holds. Megabytes."""
        front, session = self.processes()
        own, cells = rollup(front.pid), rollup(session.pid)
        return {"front": own["Pss"], "session": cells["Pss"], "of it its own": cells["Pss_Anon"], "sum": own["Pss"] + cells["Pss"]}

    def processes(self):
        front = psutil.Process(self.manager.provisioner.process.pid)
        (session,) = front.children()
        return front, session

    def worked(self):
        """Seconds that processors have worked for it so far."""
        return sum(sum(each.cpu_times()[:2]) for each in self.processes())

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def rollup(pid):
    lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    fields = (line.split() for line in lines)
    return {name.rstrip(":"): int(kilobytes) * 1024 / 1e6 for name, kilobytes, _ in fields}


def at_once(actions):
    """Runs all in threads of their own and returns the results, in order."""
    results, errors = [None] * len(actions), []

    def act(place, action):
        try:
            results[place] = action()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=act, args=pair) for pair in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return results


def measure(count, environment):
    """Rows of a table: step, quickest and slowest learner's seconds, mean seconds of processors, mean megabytes."""
    learners = []
    try:
        learners += at_once([lambda: Learner(environment)] * count)
        rows, before = [], 0
        for step, code in STEPS.items():
            if step != "idle":
                at_once([lambda each=each: each.run(code) for each in learners])
            seconds = sorted(each.seconds for each in learners)
            time.sleep(SETTLED)
            worked = sum(each.worked() for each in learners) / count
            rows.append((step, seconds[0], seconds[-1], worked - before, means([each.memory() for each in learners])))
            before = worked
        if "CONVLAB_LEAN" in environment:
            time.sleep(LEAN)
            rows.append(("left alone", 0, 0, 0, means([each.memory() for each in learners])))
            before = sum(each.worked() for each in learners) / count
            at_once([lambda each=each: each.run("1 + 1") for each in learners])
            seconds = sorted(each.seconds for each in learners)
            time.sleep(SETTLED)
            worked = sum(each.worked() for each in learners) / count - before
            rows.append(("a cell after that", seconds[0], seconds[-1], worked, means([each.memory() for each in learners])))
        return rows
    finally:
        for each in learners:
            each.close()


def means(all_of_them):
    return {name: sum(each[name] for each in all_of_them) / len(all_of_them) for name in all_of_them[0]}


def class_settings():
    lines = (ROOT / "deploy" / "class.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def environment_of(mode, threads, more):
    given = {name: value for name, value in os.environ.items() if not name.startswith(("TF_", "CONVLAB_", "MALLOC_"))}
    if mode == "class":
        given |= class_settings() | {"CONVLAB_LEAN": str(LEAN)}
    if threads is not None:
        given |= {"TF_NUM_INTRAOP_THREADS": threads, "TF_NUM_INTEROP_THREADS": threads}
    given["JUPYTER_PATH"] = str(ROOT / ".venv" / "share" / "jupyter")
    return given | dict(each.split("=", 1) for each in more)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=6)
    parser.add_argument("--modes", default="ordinary,class")
    parser.add_argument("--threads", help="TensorFlow's threads, one or more numbers with commas")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    os.environ["JUPYTER_PATH"] = str(ROOT / ".venv" / "share" / "jupyter")
    node = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    print(f"{options.learners} learners at once, {os.cpu_count()} processors, Node {node}. Megabytes are means, PSS.\n")
    for mode in options.modes.split(","):
        for threads in (options.threads or "").split(","):
            rows = measure(options.learners, environment_of(mode, threads or None, options.set))
            titles = ["seconds, quickest", "slowest", "of a processor", *rows[0][-1]]
            print(f"| {mode}{f', {threads} threads' if threads else ''} | {' | '.join(titles)} |")
            print(f"| --- |{' --- |' * len(titles)}")
            for step, quickest, slowest, worked, megabytes in rows:
                print(f"| {step} | {quickest:.1f} | {slowest:.1f} | {worked:.1f} | {' | '.join(f'{value:.0f}' for value in megabytes.values())} |")
            print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
