"""Trains in a real kernel, presses stop, and prints what the next cell finds, as one JSON object."""

import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for name, folder in {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime"}.items():
    place = ROOT / ".cache" / "jupyter" / folder
    place.mkdir(parents=True, exist_ok=True)
    os.environ[name] = str(place)

from jupyter_client import KernelManager  # noqa: E402

MODEL = """
import { evaluate, loadMnist, mnistCnn, take, train } from "convlab";
const digits = await loadMnist({ trainImages: 2_000, testImages: 500 });
const model = mnistCnn({ seed: 1 });
"""
TRAIN = "const history = await train(model, digits.train, { epochs: 10_000 });"
AFTER = "console.log('accuracy ' + (await evaluate(model, digits.test)).accuracy);"
AGAIN = "const more = await train(model, digits.train, { epochs: 1 }); console.log('epochs ' + more.loss.length);"


def main():
    manager = KernelManager(kernel_name="tslab")
    manager.start_kernel(cwd=str(ROOT / "notebooks"))
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    try:
        printed = []

        def listen(message):
            content = message["content"]
            if message["msg_type"] == "stream":
                printed.append(content["text"])

        def run(code, timeout=120):
            client.execute_interactive(code, output_hook=listen, timeout=timeout)

        run(MODEL)
        request = client.execute(TRAIN)
        time.sleep(4)
        manager.interrupt_kernel()
        pressed = time.monotonic()
        while client.get_shell_msg(timeout=60)["parent_header"]["msg_id"] != request:
            pass
        answered = time.monotonic() - pressed
        time.sleep(1)
        for code in (AFTER, AGAIN):
            run(code)
        print(json.dumps({"alive": manager.is_alive(), "answered": answered, "printed": "".join(printed)}))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    sys.exit(main())
