"""How long things take, with the kernels in turns, and the memory that many cells leave behind."""

import statistics
import time

from .field import Field
from .kernel import Kernel
from .peers import BARE, DENO, OURS, STOCK, is_python
from .results import Results

LOOP = "let sum = 0; for (let i = 0; i < 10_000_000; i++) sum += i % 7;"
PYTHON_LOOP = "for i in range(10_000_000): s = i % 7"


def timings(names, repetitions, patience):
    results = Results(names)
    start(results, names, min(repetitions, 12), patience)
    with Field(names, patience, results, warm_up) as field:
        run_cells(field, repetitions)
        fresh = [name for name in names if not is_python(name)]
        with Field(fresh, patience, results, warm_up) as other:
            first_tensors(other)
            use_tensors(other, "import * as tf", repetitions)
        fresh = [name for name in names if name in (OURS, BARE, STOCK)]
        with Field(fresh, patience, results, import_library) as other:
            use_tensors(other, 'import { tf } from "convlab"', repetitions)
        fill_memory(field, 1000 if repetitions >= 10 else 50)
    return results


def text_of(title, values):
    if title.startswith("MB") and len(values) == 1:
        return f"{values[0]:.0f}"
    if title.startswith("MB"):
        return f"{values[0]:.0f} to {values[-1]:.0f}"
    milliseconds = 1000 * statistics.median(values)
    return f"{milliseconds:.{1 if milliseconds < 20 else 0}f}"


def start(results, names, count, patience):
    ready, first = "start to ready", "start to the first result"
    playing = list(names)
    for at in range(count):
        for name in list(playing):
            step = f"{at + 1} of {count}"
            kernel = results.attempt(ready, name, step, lambda: Kernel(name, patience))
            if kernel is None:
                playing.remove(name)
                continue
            with kernel:
                results.add(ready, name, kernel.ready)
                if results.attempt(first, name, step, lambda: kernel.run("1 + 1")):
                    results.add(first, name, time.perf_counter() - kernel.began)
                else:
                    playing.remove(name)


def warm_up(kernel):
    for _ in range(3):
        kernel.run("1 + 1")
    return True


def run_cells(field, repetitions):
    # Another text each time, as readers write.
    field.take_turns("a trivial cell", repetitions, lambda kernel, at: kernel.run(f"1 + {at}")[2])
    for title, typescript, python in [
        ("10 million steps in a function", f"(() => {{ {LOOP} }})()", f"def f():\n  {PYTHON_LOOP}\nf()"),
        ("10 million steps at top level", LOOP, PYTHON_LOOP),
    ]:
        field.take_turns(title, min(repetitions, 5), lambda kernel, _: kernel.run(kernel.say(typescript, python))[2])


def first_tensors(field):
    field.take_turns("MB at start", 1, lambda kernel, _: kernel.memory())
    field.take_turns("a cell that imports TensorFlow.js", 1, import_tensorflow)
    field.take_turns("the first cell after it", 1, lambda kernel, _: kernel.run("tf.tensor([1, 2]).rank")[2])
    field.take_turns("MB with TensorFlow.js", 1, lambda kernel, _: kernel.memory())


def import_tensorflow(kernel, _):
    package = "npm:@tensorflow/tfjs" if kernel.name == DENO else "@tensorflow/tfjs-node"
    return kernel.run(f'import * as tf from "{package}";')[2]


def import_library(kernel):
    return imports(kernel, 'import { tf } from "convlab";')


def imports(kernel, statement):
    return kernel.run(f"{statement} tf.tensor([1]).shape.length")[0]["status"] == "ok"


def use_tensors(field, statement, repetitions):
    cell = f"a cell after `{statement}`"
    field.take_turns(cell, repetitions, lambda kernel, at: kernel.run(f"tf.tensor([1, {at}]).rank")[2])
    field.take_turns(f"completion after `tf.` ({statement})", repetitions, complete)


def complete(kernel, _):
    began = time.perf_counter()
    kernel.reply(kernel.client.complete("tf."))
    return time.perf_counter() - began


def fill_memory(field, cells):
    title = f"MB over {cells} cells"

    def cell(kernel, at):
        if at == 0:
            field.results.add(title, kernel.name, kernel.memory())
        kernel.run(kernel.say(f"const value{at} = {at}; value{at} + 1", f"value{at} = {at}; value{at} + 1"))
        return kernel.memory() if at == cells - 1 else None

    for name in list(field.names):
        field.take_turns(title, cells, cell, names=[name])
