"""jupyter_kernel_test with samples for every one of its tests, on the kernel named by KERNEL (default: tslab).

As a program: one JSON object a line for each test, `{"name", "ok", "skipped", "error", "seconds"}`.
"""

import json
import os
import sys
import time
import unittest

import jupyter_kernel_test

KERNEL = os.environ.get("KERNEL", "tslab")
DISPLAY = 'import { display } from "tslab"; '
DOOR = 'globalThis[Symbol.for("convlab.kernel")]'


class Typescript(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("oh no")'
    completion_samples = [
        {"text": "[1, 2].toSpl", "matches": ["toSpliced"]},
        {"text": "Math.sq", "matches": ["sqrt"]},
        {"text": "const sure: numb", "matches": ["number"]},
        {"text": '"word".charCo', "matches": ["charCodeAt"]},
    ]
    complete_code_samples = ["1", "const a = 1;", "{ a: 1 }", "", "async function f() { await 1; }", "`a\nb`"]
    incomplete_code_samples = ["const a = (", "function f() {", "`a", "[1, 2,", "class A {\n  b = 1;", "/* a"]
    invalid_code_samples = ["const = 1", "1)", "let a b", "if )"]
    code_page_something = DOOR + '.page({ "text/plain": "a page" })'
    code_generate_error = 'throw new Error("it broke")'
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '["a", "b"]', "result": "[ 'a', 'b' ]"},
        {"code": "null", "result": "null"},
        {"code": "await Promise.resolve(6)", "result": "6"},
        {"code": "const { sqrt } = Math; sqrt(36)", "result": "6"},
        {"code": '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>6</b>" }) })', "mime": "text/html"},
    ]
    code_display_data = [
        {"code": DISPLAY + 'display.html("<b>bold</b>")', "mime": "text/html"},
        {"code": DISPLAY + 'display.png(new Uint8Array([1, 2]))', "mime": "image/png"},
        {"code": 'import { show } from "convlab"; show("text")', "mime": "text/plain"},
    ]
    # Fits one of the samples above, which the test runs several times: `unique` has to leave one.
    code_history_pattern = "1 + 2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.sqrt"
    code_clear_output = 'import { clearOutput } from "convlab"; clearOutput()'

    def get_non_kernel_info_reply(self, timeout=None):
        """The suite waits 15 s; a loaded machine may take longer to import a library for the first time."""
        return super().get_non_kernel_info_reply(timeout=60)


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True


class Reporter(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.began, self.faults, self.reason = time.monotonic(), [], None

    def addError(self, test, err):
        super().addError(test, err)
        self.fault(test, err)

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.faults.append(f"{subtest}\n{self._exc_info_to_string(err, test)}")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.reason = reason

    def fault(self, test, err):
        text = self._exc_info_to_string(err, test)
        if hasattr(self, "faults"):
            self.faults.append(text)
        else:  # in setUpClass
            line = {"name": str(test), "ok": False, "error": text, "seconds": 0}
            print(json.dumps(line), flush=True)

    def stopTest(self, test):
        name = test.id().removeprefix("__main__.")
        line = {"name": name, "ok": not self.faults, "seconds": round(time.monotonic() - self.began, 3)}
        if self.faults:
            line["error"] = "\n".join(self.faults)
        if self.reason is not None:
            line["skipped"] = self.reason
        print(json.dumps(line), flush=True)
        super().stopTest(test)


if __name__ == "__main__":
    unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]).run(Reporter())
