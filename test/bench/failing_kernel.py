"""A kernel that fails on purpose: failing_kernel.py CONNECTION_FILE MODE [CELL]

MODE is `exits` (before it is ready), `dies` (in the cell of that number) or `mute` (from that cell on, no answer).
"""

import os
import sys
import time

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel

file, mode, *cell = sys.argv[1:]
if mode == "exits":
    sys.exit(1)


class FailingKernel(Kernel):
    implementation = banner = "failing"
    implementation_version = "1"
    language_info = {"name": "typescript", "mimetype": "text/plain", "file_extension": ".ts"}

    def do_execute(self, code, silent, *_, **__):
        if self.execution_count >= int(cell[0]):
            if mode == "dies":
                os._exit(1)
            time.sleep(3600)
        return {"status": "ok", "execution_count": self.execution_count, "payload": [], "user_expressions": {}}


IPKernelApp.launch_instance(argv=["-f", file], kernel_class=FailingKernel)
