"""Executes one lesson on a clean kernel and says on stdout, one JSON object a line, how far it is.

    run.py LESSON.ipynb [--quick] [--write FILE] [--node PATH] [--stock PROGRAM] [--timeout SECONDS]

Events: {"event": "cell", "done", "cells", "seconds"}, then {"event": "done", ...} or {"event": "failed", "message"}.
Exit code 0 only when every cell was answered `ok` and the outputs could be written.
"""

import argparse
import json
import os
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(sys.prefix).parent  # where set-up put .venv, whose Python runs this
# Connection files and settings stay there; a reader's own Jupyter is neither read nor changed.
for name, folder in {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime"}.items():
    place = HOME / ".cache" / "jupyter" / folder
    place.mkdir(parents=True, exist_ok=True)
    os.environ[name] = str(place)

import nbformat  # noqa: E402
from jupyter_client import AsyncKernelManager  # noqa: E402
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellTimeoutError, DeadKernelError  # noqa: E402

from quick import inject  # noqa: E402
from tidy import write  # noqa: E402

STACK_FRAME = re.compile(r"^\s+at .+:\d+:\d+\)?$", re.MULTILINE)


class CellFailed(Exception):
    """A cell that did not end well, with what it printed."""


class CheckoutKernels(KernelSpecManager):
    """The kernels of this .venv, whatever else the machine has; optionally on another Node, or stock tslab's program."""

    node = None
    stock = None

    def get_kernel_spec(self, kernel_name):
        spec = super().get_kernel_spec(kernel_name)
        if self.stock:
            spec.argv = [spec.argv[0], self.stock, "kernel", "--config-path={connection_file}"]
        if self.node:
            spec.argv = [self.node, *spec.argv[1:]]
        return spec


def printed(cell):
    """What a cell wrote as text, errors last."""
    outputs = sorted(cell.outputs, key=lambda o: o.get("name") == "stderr" or o.output_type == "error")
    lines = []
    for output in outputs:
        if output.output_type == "stream":
            lines.append(output.text)
        elif output.output_type == "error":
            lines.append(f"{output.ename}: {output.evalue}\n" + "\n".join(output.traceback))
    return "".join(lines).strip()[-4000:]


def judge(cell, number, reply):
    """Refuses everything but a plain success: stock tslab answers `abort`, and writes errors to stderr."""
    status = reply["content"].get("status")
    errors = "".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stderr")
    if status != "ok":
        why = f"was answered `{status}`"
    elif any(o.output_type == "error" for o in cell.outputs):
        why = "shows an error"
    elif STACK_FRAME.search(errors):
        why = "wrote an exception to stderr"
    else:
        return
    raise CellFailed(f"cell {number} ({cell.id}) {why}\n{cell.source}\n---\n{printed(cell)}")


def say(event, **values):
    print(json.dumps({"event": event, **values}), flush=True)


def run(options):
    """Executes the notebook; returns it with its outputs."""
    notebook = nbformat.read(options.lesson, as_version=4)
    if options.quick:
        inject(notebook)
    total = sum(c.cell_type == "code" and c.source.strip() != "" for c in notebook.cells)
    began, done = time.monotonic(), 0

    def on_cell_executed(cell, cell_index, execute_reply):
        nonlocal done
        judge(cell, cell_index + 1, execute_reply)
        done += 1
        say("cell", done=done, cells=total, seconds=round(time.monotonic() - began, 1))

    kernels = CheckoutKernels(kernel_dirs=[str(Path(sys.prefix, "share", "jupyter", "kernels"))])
    kernels.node, kernels.stock = options.node, options.stock

    class Manager(AsyncKernelManager):  # nbclient ends only kernels whose manager it made itself
        def _kernel_spec_manager_default(self):
            return kernels

    folder = str(Path(options.lesson).resolve().parent)
    say("cell", done=0, cells=total, seconds=0)
    NotebookClient(
        notebook,
        kernel_name="tslab",
        kernel_manager_class=Manager,
        timeout=options.timeout,
        startup_timeout=120,
        iopub_timeout=60,
        raise_on_iopub_timeout=True,  # a lost `idle` is a failure, not a warning
        record_timing=False,
        force_raise_errors=True,
        shutdown_kernel="immediate",
        on_cell_executed=on_cell_executed,
        resources={"metadata": {"path": folder}},
    ).execute()
    return notebook, round(time.monotonic() - began, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lesson")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write")
    parser.add_argument("--node")
    parser.add_argument("--stock")
    parser.add_argument("--timeout", type=int, default=1200)
    options = parser.parse_args()
    try:
        notebook, seconds = run(options)
        size = write(notebook, options.write, str(ROOT)) if options.write else None
        say("done", seconds=seconds, bytes=size)
    except (CellFailed, ValueError, OSError) as error:
        return fail(str(error))
    except NoSuchKernel:
        return fail("Cannot start the kernel: .venv has no kernel named tslab. Run the set-up.")
    except CellTimeoutError:
        return fail(f"a cell ran for more than {options.timeout} s, or its end never arrived")
    except DeadKernelError:
        return fail("the kernel died")
    return 0


def fail(message):
    say("failed", message=message)
    return 1


if __name__ == "__main__":
    sys.exit(main())
