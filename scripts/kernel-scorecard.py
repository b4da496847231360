"""Measures kernels side by side: conformance, behaviour on the wire, speed. Writes Markdown tables to stdout.

    .venv/bin/python scripts/kernel-scorecard.py [--repetitions 30] [--only scores|timings] [--install]

Ours, stock tslab, Deno and ipykernel. `--install` puts the npm package `deno` into .cache/peers. A kernel that is not
there is left out. Timings are medians of one run in which the kernels take turns.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time
from queue import Empty

from jupyter_client.manager import KernelManager

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ROOT / ".cache" / "peers"
DENO = PEERS / "node_modules" / "deno" / "bin.cjs"
SPECS = PEERS / "kernels"


def node(script, *arguments):
    return ["node", str(script), *arguments]


def specs():
    """The command line of each kernel that is there, by name."""
    found = {"ours": node(ROOT / "dist/kernel/main.js", "{connection_file}")}
    stock = ROOT / "node_modules/tslab/bin/tslab"
    if stock.exists():
        found["stock tslab"] = node(stock, "kernel", "--config-path", "{connection_file}")
    if DENO.exists():
        found["Deno"] = node(DENO, "jupyter", "--kernel", "--conn", "{connection_file}")
    found["ipykernel"] = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    return found


def write_specs():
    for name, argv in specs().items():
        folder = SPECS / "kernels" / name.lower().replace(" ", "-")
        folder.mkdir(parents=True, exist_ok=True)
        language = "python" if name == "ipykernel" else "typescript"
        spec = {"argv": argv, "display_name": name, "language": language, "env": {"TF_CPP_MIN_LOG_LEVEL": "3"}}
        if name == "ours":
            spec["interrupt_mode"] = "message"
        (folder / "kernel.json").write_text(json.dumps(spec))
    os.environ["JUPYTER_PATH"] = str(SPECS)


class Kernel:
    """One running kernel; with its own folder beside the project's packages, so that imports are found."""

    def __init__(self, name):
        self.name = name
        self.manager = KernelManager(kernel_name=name.lower().replace(" ", "-"))
        began = time.perf_counter()
        self.manager.start_kernel(cwd=str(ROOT / "notebooks"), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=120)
        self.ready = time.perf_counter() - began
        self.began = began

    def run(self, code, timeout=120, **more):
        """Reply content, messages up to idle, seconds."""
        began = time.perf_counter()
        parent = self.client.execute(code, **more)
        reply = self.reply(parent, timeout)
        messages = self.iopub(parent, timeout)
        return reply, messages, time.perf_counter() - began

    def reply(self, parent, timeout=60, channel="shell"):
        get = self.client.get_shell_msg if channel == "shell" else self.client.get_control_msg
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            message = get(timeout=max(0.1, end - time.monotonic()))
            if message["parent_header"].get("msg_id") == parent:
                return {**message["content"], "msg_type": message["msg_type"]}
        raise Empty

    def iopub(self, parent, timeout=60):
        messages = []
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            message = self.client.get_iopub_msg(timeout=max(0.1, end - time.monotonic()))
            if message["parent_header"].get("msg_id") != parent:
                continue
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return messages
        raise Empty

    def memory(self):
        """Megabytes of the kernel and its children."""
        import psutil

        process = psutil.Process(self.manager.provisioner.process.pid)
        return sum(each.memory_info().rss for each in [process, *process.children(recursive=True)]) / 1e6

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def kinds(messages):
    return [message["msg_type"] for message in messages]


def text_of(messages, kind="stream"):
    return "".join(m["content"].get("text", "") for m in messages if m["msg_type"] == kind)


def python(kernel):
    return kernel.name == "ipykernel"


def say(kernel, typescript, in_python):
    return in_python if python(kernel) else typescript


def error_message(kernel):
    reply, messages, _ = kernel.run(say(kernel, 'throw new Error("x")', 'raise ValueError("x")'))
    return "error" in kinds(messages) and bool(reply.get("ename"))


def result_message(kernel):
    return "execute_result" in kinds(kernel.run("1 + 1")[1])


def input_announced(kernel):
    return "execute_input" in kinds(kernel.run("1")[1])


def cell_after_error(kernel):
    kernel.run(say(kernel, 'throw new Error("x")', "1 / 0"))
    return kernel.run("1 + 1")[0]["status"] == "ok"


def type_error_found(kernel):
    code = say(kernel, 'const wrong: number = "text"; console.log("ran")', 'wrong: int = "text"; print("ran")')
    return "ran" not in text_of([m for m in kernel.run(code)[1] if m["content"].get("name") == "stdout"])


def line_numbers(kernel):
    code = say(kernel, 'interface A {\n  b: number;\n}\n\nthrow new Error("here");', "a = 1\n\n\n\nraise ValueError()")
    messages = kernel.run(code)[1]
    said = text_of(messages) + "".join("\n".join(m["content"].get("traceback", [])) for m in messages)
    import re

    said = re.sub(r"\x1b\[[\d;]*m", "", said)
    return re.search(r"(:5:\d+|line 5|-> 5 )", said) is not None


def shorthand(kernel):
    if python(kernel):
        return None
    kernel.run("const lr = 0.1")
    return kernel.run("({ lr })")[0]["status"] == "ok"


def many_lines(kernel):
    code = say(kernel, "for (let i = 0; i < 100000; i++) console.log(i)", "for i in range(100000): print(i)")
    messages = kernel.run(code, timeout=30)[1]
    return text_of(messages).count("\n") == 100000


def silence(kernel):
    messages = kernel.run(say(kernel, 'console.log("no")', 'print("no")'), silent=True)[1]
    return not {"execute_input", "stream"} & set(kinds(messages))


def expressions(kernel):
    reply = kernel.run("1", user_expressions={"a": "1 + 1"})[0]
    return "2" in str(reply.get("user_expressions", {}).get("a", {}).get("data", {}))


def history(kernel):
    kernel.run("123456")
    reply = kernel.reply(kernel.client.history(hist_access_type="tail", n=1), 20)
    return len(reply.get("history", [])) == 1


def completion(kernel):
    code = say(kernel, "Math.sq", "str.isal")
    matches = kernel.reply(kernel.client.complete(code), 30).get("matches", [])
    return any("sqrt" in match or "isalnum" in match for match in matches)


def inspection(kernel):
    return kernel.reply(kernel.client.inspect(say(kernel, "Math.sqrt", "len")), 30).get("found") is True


def invalid(kernel):
    code = say(kernel, "const = 1", "a = = 1")
    return kernel.reply(kernel.client.is_complete(code), 20).get("status") == "invalid"


def comms(kernel):
    return kernel.reply(kernel.client.comm_info(), 30)["msg_type"] == "comm_info_reply"


def native_output(kernel):
    code = say(
        kernel,
        'import { execSync as sh } from "node:child_process"; sh("echo native", { stdio: "inherit" }); 0',
        'import subprocess; subprocess.run(["echo", "native"])',
    )
    messages = kernel.run(code)[1]
    if "native" in text_of(messages):
        return True
    try:
        return "native" in text_of([kernel.client.get_iopub_msg(timeout=1)])
    except Empty:
        return False


def interrupt_loop(kernel):
    parent = kernel.client.execute(say(kernel, "for (;;) {}", "while True: pass"))
    time.sleep(1)
    kernel.manager.interrupt_kernel()
    if kernel.reply(parent, 20)["status"] == "ok":
        return False
    time.sleep(0.5)  # stock tslab skips what comes at once after an error: that is another check
    return kernel.run("1 + 1", timeout=20)[0]["status"] == "ok"


def interrupt_await(kernel):
    code = say(
        kernel,
        "var rounds = 0; while (true) { await new Promise((r) => setTimeout(r, 20)); rounds++; }",
        "import asyncio\nrounds = 0\nwhile True:\n  await asyncio.sleep(0.02); rounds += 1",
    )
    parent = kernel.client.execute(code)
    time.sleep(1.5)
    kernel.manager.interrupt_kernel()
    kernel.reply(parent, 20)
    show = say(kernel, "console.log(rounds)", "print(rounds)")
    time.sleep(0.5)
    first = text_of(kernel.run(show, timeout=20)[1])
    time.sleep(0.5)
    return first.strip().isdigit() and first == text_of(kernel.run(show)[1])


CHECKS = [
    ("`execute_input` announced", input_announced),
    ("`execute_result` for the last expression", result_message),
    ("`error` with ename, evalue, traceback", error_message),
    ("cell right after an error runs", cell_after_error),
    ("a type error stops the cell", type_error_found),
    ("right line in the traceback", line_numbers),
    ("`{ lr }` with a name of an earlier cell", shorthand),
    ("100,000 printed lines arrive, then idle", many_lines),
    ("`silent`", silence),
    ("`user_expressions`", expressions),
    ("history", history),
    ("completion of members", completion),
    ("inspection", inspection),
    ("`is_complete` says invalid", invalid),
    ("`comm_info`", comms),
    ("output of child processes", native_output),
    ("interrupt of a loop, kernel alive", interrupt_loop),
    ("interrupt of an awaiting loop ends it", interrupt_await),
]


def score(name):
    column = {}
    for title, check in CHECKS:
        try:
            kernel = Kernel(name)  # each on a clean kernel: one failure must not spoil the next
        except Exception:
            column[title] = "does not start"
            continue
        try:
            kernel.run("1 + 1")
            passed = check(kernel)
            column[title] = "–" if passed is None else "yes" if passed else "no"
        except Exception as error:
            column[title] = "no reply" if isinstance(error, Empty) else f"no ({type(error).__name__})"
        finally:
            kernel.close()
        print(f"{name}: {title}: {column[title]}", file=sys.stderr, flush=True)
    return column


def median_ms(values):
    return f"{1000 * statistics.median(values):.0f}" if values else "–"


TF = 'import * as tf from "@tensorflow/tfjs"; tf.tensor([1]).shape.length'
OURS = 'import { tf } from "convlab"; tf.tensor([1]).shape.length'
LOOP = "let sum = 0; for (let i = 0; i < 10_000_000; i++) sum += i % 7;"
PYTHON_LOOP = "for i in range(10_000_000): s = i % 7"


def timings(names, repetitions):
    rows = {}

    def put(title, name, value):
        rows.setdefault(title, {}).setdefault(name, []).append(value)

    for _ in range(min(repetitions, 12)):
        for name in names:
            kernel = Kernel(name)
            kernel.run("1 + 1")
            put("start to ready", name, kernel.ready)
            put("start to the first result", name, time.perf_counter() - kernel.began)
            kernel.close()
    running = {name: Kernel(name) for name in names}
    for kernel in running.values():
        for _ in range(3):
            kernel.run("1 + 1")
    for at in range(repetitions):  # another text each time, as readers write
        for name, kernel in running.items():
            put("a trivial cell", name, kernel.run(f"1 + {at}")[2])
    in_function = f"(() => {{ {LOOP} }})()"
    for _ in range(min(repetitions, 5)):
        for name, kernel in running.items():
            put("10 million steps in a function", name, kernel.run(say(kernel, in_function, f"def f():\n  {PYTHON_LOOP}\nf()"))[2])
            put("10 million steps at top level", name, kernel.run(say(kernel, LOOP, PYTHON_LOOP))[2])
    for title, first, names_with in [
        ("a cell after `import * as tf`", TF, [n for n in names if n not in ("ipykernel",)]),
        ('a cell after `import { tf } from "convlab"`', OURS, [n for n in names if n in ("ours", "stock tslab")]),
    ]:
        fresh = {name: Kernel(name) for name in names_with}
        ready = {}
        for name, kernel in fresh.items():
            source = first.replace('"@tensorflow', '"npm:@tensorflow') if name == "Deno" else first
            try:
                if kernel.run(source)[0]["status"] == "ok":
                    ready[name] = kernel
            except Empty:
                pass
        for at in range(repetitions):
            for name, kernel in ready.items():
                put(title, name, kernel.run(f"tf.tensor([1, {at}]).rank")[2])
        for _ in range(repetitions):
            for name, kernel in ready.items():
                began = time.perf_counter()
                kernel.reply(kernel.client.complete("tf."), 60)
                put(f"completion after `tf.` ({title.split('`')[1]})", name, time.perf_counter() - began)
        for kernel in fresh.values():
            kernel.close()
    memory = {}
    cells = 500 if repetitions >= 10 else 50
    for name, kernel in running.items():
        before = kernel.memory()
        for at in range(cells):
            kernel.run(say(kernel, f"const value{at % 50} = {at}; value{at % 50} + 1", f"value = {at}; value + 1"))
        memory[name] = f"{before:.0f} to {kernel.memory():.0f}"
        kernel.close()
    return rows, {f"MB over {cells} cells": memory}


def table(names, rows):
    print("| | " + " | ".join(names) + " |")
    print("| --- |" + " --- |" * len(names))
    for title, cells in rows.items():
        print(f"| {title} | " + " | ".join(str(cells.get(name, "–")) for name in names) + " |")
    print()


def versions():
    """What was measured."""
    def of(path):
        return json.loads((ROOT / path).read_text())["version"]

    from importlib.metadata import version

    parts = [f"tslab {of('node_modules/tslab/package.json')}", f"TypeScript {of('node_modules/typescript/package.json')}"]
    if DENO.exists():
        parts.append(f"Deno {json.loads((PEERS / 'node_modules/deno/package.json').read_text())['version']}")
    parts.append(f"ipykernel {version('ipykernel')}")
    parts.append("Node " + subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()[1:])
    parts.append(f"Python {sys.version.split()[0]}")
    return ", ".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repetitions", type=int, default=30)
    parser.add_argument("--only", choices=["scores", "timings"])
    parser.add_argument("--kernels", help="names, separated by commas")
    parser.add_argument("--install", action="store_true")
    options = parser.parse_args()
    if options.install and not DENO.exists():
        PEERS.mkdir(parents=True, exist_ok=True)
        (PEERS / "package.json").write_text('{ "private": true }\n')
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "deno@2.9.6"], cwd=PEERS, check=True)
    SPECS.mkdir(parents=True, exist_ok=True)
    write_specs()
    names = [name for name in specs() if options.kernels is None or name in options.kernels.split(",")]
    print(f"{versions()}; {os.cpu_count()} processors.\n")
    if options.only != "timings":
        columns = {name: score(name) for name in names}
        table(names, {title: {name: columns[name][title] for name in names} for title, _ in CHECKS})
    if options.only != "scores":
        rows, memory = timings(names, options.repetitions)
        print(f"Milliseconds, medians of {options.repetitions} (loops: of {min(options.repetitions, 5)}).\n")
        table(names, {**{t: {n: median_ms(v) for n, v in cells.items()} for t, cells in rows.items()}, **memory})


if __name__ == "__main__":
    main()
