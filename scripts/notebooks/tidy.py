"""One form for every written notebook, so that two runs differ only where their outputs do."""

import re
from pathlib import Path

import nbformat

MAXIMUM_BYTES = 1_000_000
KERNELSPEC = {"name": "tslab", "display_name": "TypeScript", "language": "typescript"}
LANGUAGE_INFO = {
    "name": "typescript",
    "file_extension": ".ts",
    "mimetype": "text/typescript",
    "codemirror_mode": {"mode": "typescript", "name": "javascript", "typescript": True},
}
WIDGET = "application/vnd.jupyter.widget-view+json"
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}\Z")
MACHINE_PATH = re.compile(r"(?<![\w./:~-])/(?:home|root|Users|tmp|private|work|mnt|opt|usr|var)/[\w.-]+|\b[A-Z]:\\Users\\")


def tidy(notebook):
    """Stable ids, counts from 1, no timing, no kernel's own remarks. Changes the notebook and returns it."""
    quick = notebook.metadata.get("convlab")
    notebook.metadata = nbformat.NotebookNode({"kernelspec": KERNELSPEC, "language_info": LANGUAGE_INFO})
    if quick is not None:
        notebook.metadata["convlab"] = quick
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    used, count = set(), 0
    for number, cell in enumerate(notebook.cells, start=1):
        if not CELL_ID.match(cell.get("id", "")) or cell.id in used:
            cell.id = f"cell-{number:03d}"
        used.add(cell.id)
        tags = cell.metadata.get("tags", [])
        cell.metadata = nbformat.NotebookNode({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            ran = cell.source.strip() != ""
            count += ran
            cell.execution_count = count if ran else None
            cell.outputs = in_order(cell.outputs, cell.execution_count)
    return notebook


def in_order(outputs, execution_count):
    """Printed text first made whole, each stream where it began; then no output remembers another count or a widget."""
    whole, streams = [], {}
    for output in outputs:
        if output.output_type == "stream":
            first = streams.get(output.name)
            # A picture between two prints keeps them apart: their order is what the reader saw.
            if first is not None and whole and whole[-1].output_type == "stream":
                first.text += output.text
                continue
            streams[output.name] = output
        else:
            streams.clear()
        if "execution_count" in output:
            output.execution_count = execution_count
        # A widget ends with the kernel of the run; front ends would look for it in vain and hide the picture.
        if "image/png" in output.get("data", {}):
            output.data.pop(WIDGET, None)
        whole.append(output)
    return whole


def texts(value):
    """Every piece of text in an output, pictures left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not key.startswith("image/") or key == "image/svg+xml":
                yield from texts(item)


def refuse(notebook, root):
    """Raises where the outputs name a place on this machine."""
    for cell in notebook.cells:
        for text in texts(cell.get("outputs", [])):
            found = root if root in text else (MACHINE_PATH.search(text) or [None])[0]
            if found:
                raise ValueError(
                    f"Cannot write the notebook: cell {cell.id} shows the absolute path {found}. "
                    "Show paths relative to the project."
                )


def write(notebook, path, root):
    """Writes the notebook whole or not at all; returns its bytes."""
    refuse(tidy(notebook), root)
    content = (nbformat.writes(notebook).rstrip("\n") + "\n").encode()
    if len(content) > MAXIMUM_BYTES:
        raise ValueError(
            f"Cannot write the notebook: {len(content):,} bytes, above {MAXIMUM_BYTES:,}. "
            "Show fewer or smaller pictures."
        )
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_bytes(content)
    half.replace(path)
    return len(content)
