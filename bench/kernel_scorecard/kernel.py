"""One running kernel, and what it says."""

import subprocess
import time
from queue import Empty

import psutil
from jupyter_client.manager import KernelManager

from .peers import ROOT, is_python, registered_name


START = 120  # seconds that a kernel has to get ready
LOOK = 0.2  # seconds after which a silent kernel is looked at: is it there?


class NoAnswer(Exception):
    """A kernel that did not start, died, or kept silent for too long. The text says which."""


class Kernel:
    """Runs in the folder of the lessons, so that imports are found. A `with` statement ends it."""

    def __init__(self, name, patience):
        self.name = name
        self.patience = patience  # seconds it has for an answer
        self.manager = KernelManager(kernel_name=registered_name(name))
        self.python = is_python(name)
        self.client = None
        self.began = time.perf_counter()
        try:
            self.manager.start_kernel(cwd=str(ROOT / "notebooks"), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            self.client = self.manager.client()
            self.client.start_channels()
            self.client.wait_for_ready(timeout=START)
        except (OSError, RuntimeError) as error:
            died = self.client is not None and not self.manager.is_alive()
            self.close()
            raise NoAnswer("died at its start" if died else "did not start") from error
        self.ready = time.perf_counter() - self.began

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def say(self, typescript, python):
        """The sample in the kernel's language."""
        return python if self.python else typescript

    def run(self, code, timeout=None, **more):
        """Reply content, messages up to idle, seconds."""
        began = time.perf_counter()
        parent = self.client.execute(code, **more)
        reply = self.reply(parent, timeout)
        messages = self.iopub(parent, timeout)
        return reply, messages, time.perf_counter() - began

    def reply(self, parent, timeout=None):
        for message in self.answers(self.client.get_shell_msg, parent, timeout):
            return {**message["content"], "msg_type": message["msg_type"]}

    def iopub(self, parent, timeout=None):
        messages = []
        for message in self.answers(self.client.get_iopub_msg, parent, timeout):
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return messages

    def answers(self, get, parent, timeout):
        """The messages that answer one request, as they come. Raises NoAnswer when no more do."""
        end = time.monotonic() + min(timeout or self.patience, self.patience)
        while time.monotonic() < end:
            try:
                message = get(timeout=LOOK)
            except Empty:
                if not self.manager.is_alive():
                    raise NoAnswer("died") from None
                continue
            if message["parent_header"].get("msg_id") == parent:
                yield message
        raise NoAnswer("silent")

    def memory(self):
        """Megabytes of the kernel and its children; what they share counts once where the system says so."""
        try:
            process = psutil.Process(self.manager.provisioner.process.pid)
            infos = [each.memory_full_info() for each in [process, *process.children(recursive=True)]]
            return sum(getattr(info, "pss", info.rss) for info in infos) / 1e6
        except (psutil.NoSuchProcess, AttributeError) as error:
            raise NoAnswer("died") from error

    def close(self):
        if self.client is not None:
            self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)


def kinds(messages):
    return [message["msg_type"] for message in messages]


def text_of(messages):
    return "".join(each["content"].get("text", "") for each in messages if each["msg_type"] == "stream")
