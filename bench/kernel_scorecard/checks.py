"""What a kernel should do, a function for each: True or False, or None where it does not apply."""

import re
import time
from queue import Empty

from .kernel import kinds, text_of


def input_announced(kernel):
    return "execute_input" in kinds(kernel.run("1")[1])


def result_message(kernel):
    return "execute_result" in kinds(kernel.run("1 + 1")[1])


def error_message(kernel):
    reply, messages, _ = kernel.run(kernel.say('throw new Error("x")', 'raise ValueError("x")'))
    return "error" in kinds(messages) and bool(reply.get("ename"))


def cell_after_error(kernel):
    kernel.run(kernel.say('throw new Error("x")', "1 / 0"))
    return kernel.run("1 + 1")[0]["status"] == "ok"


def type_error_found(kernel):
    code = kernel.say('const wrong: number = "text"; console.log("ran")', 'wrong: int = "text"; print("ran")')
    return "ran" not in text_of([m for m in kernel.run(code)[1] if m["content"].get("name") == "stdout"])


def line_numbers(kernel):
    code = kernel.say('interface A {\n  b: number;\n}\n\nthrow new Error("here");', "a = 1\n\n\n\nraise ValueError()")
    messages = kernel.run(code)[1]
    said = text_of(messages) + "".join("\n".join(m["content"].get("traceback", [])) for m in messages)
    said = re.sub(r"\x1b\[[\d;]*m", "", said)
    return re.search(r"(:5:\d+|line 5|-> 5 )", said) is not None


def shorthand(kernel):
    if kernel.python:
        return None
    kernel.run("const lr = 0.1")
    return kernel.run("({ lr })")[0]["status"] == "ok"


def many_lines(kernel):
    code = kernel.say("for (let i = 0; i < 100000; i++) console.log(i)", "for i in range(100000): print(i)")
    messages = kernel.run(code, timeout=30)[1]
    return text_of(messages).count("\n") == 100000


def silence(kernel):
    messages = kernel.run(kernel.say('console.log("no")', 'print("no")'), silent=True)[1]
    return not {"execute_input", "stream"} & set(kinds(messages))


def expressions(kernel):
    reply = kernel.run("1", user_expressions={"a": "1 + 1"})[0]
    return "2" in str(reply.get("user_expressions", {}).get("a", {}).get("data", {}))


def history(kernel):
    kernel.run("123456")
    reply = kernel.reply(kernel.client.history(hist_access_type="tail", n=1), 20)
    return len(reply.get("history", [])) == 1


def completion(kernel):
    code = kernel.say("Math.sq", "str.isal")
    matches = kernel.reply(kernel.client.complete(code), 30).get("matches", [])
    return any("sqrt" in match or "isalnum" in match for match in matches)


def inspection(kernel):
    return kernel.reply(kernel.client.inspect(kernel.say("Math.sqrt", "len")), 30).get("found") is True


def invalid(kernel):
    code = kernel.say("const = 1", "a = = 1")
    return kernel.reply(kernel.client.is_complete(code), 20).get("status") == "invalid"


def comms(kernel):
    return kernel.reply(kernel.client.comm_info(), 30)["msg_type"] == "comm_info_reply"


def native_output(kernel):
    code = kernel.say(
        'import { execSync as sh } from "node:child_process"; sh("echo native", { stdio: "inherit" }); 0',
        'import subprocess; subprocess.run(["echo", "native"])',
    )
    messages = kernel.run(code)[1]
    if "native" in text_of(messages):
        return True
    try:  # a pipe may be read after the cell has ended
        return "native" in text_of([kernel.client.get_iopub_msg(timeout=1)])
    except Empty:
        return False


def interrupt_loop(kernel):
    parent = kernel.client.execute(kernel.say("for (;;) {}", "while True: pass"))
    time.sleep(1)
    kernel.manager.interrupt_kernel()
    if kernel.reply(parent, 20)["status"] == "ok":
        return False
    time.sleep(0.5)  # stock tslab skips what comes at once after an error: that is another check
    return kernel.run("1 + 1", timeout=20)[0]["status"] == "ok"


def interrupt_await(kernel):
    code = kernel.say(
        "var rounds = 0; while (true) { await new Promise((r) => setTimeout(r, 20)); rounds++; }",
        "import asyncio\nrounds = 0\nwhile True:\n  await asyncio.sleep(0.02); rounds += 1",
    )
    parent = kernel.client.execute(code)
    time.sleep(1.5)
    kernel.manager.interrupt_kernel()
    kernel.reply(parent, 20)
    show = kernel.say("console.log(rounds)", "print(rounds)")
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
