"""Runs cells in a folder on the kernel that the reader's Jupyter knows as `tslab`; prints what each showed, as JSON.

elsewhere.py FOLDER < cells.json
"""

import json
import sys

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient

cells = [nbformat.v4.new_code_cell(source) for source in json.load(sys.stdin)]
client = NotebookClient(
    nbformat.v4.new_notebook(cells=cells),
    kernel_name="tslab",
    allow_errors=True,
    timeout=240,
    startup_timeout=240,
    resources={"metadata": {"path": sys.argv[1]}},
)
client.execute()


def text(output):
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    return output.text if output.output_type == "stream" else output.data.get("text/plain", "")


names = KernelSpecManager().find_kernel_specs()
print(json.dumps({"folder": names["tslab"], "shown": ["".join(map(text, cell.outputs)) for cell in cells]}))
