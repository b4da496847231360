"""Quick values: a lesson's `metadata.convlab.quick` as one more cell after the cell tagged `parameters`.

The way of papermill: the new cell carries the tag `injected-parameters`, and a later injection replaces it.
As a program: quick.py LESSON.ipynb COPY.ipynb writes a copy with the quick values in it.
"""

import json
import re
import sys

import nbformat

NAME = re.compile(r"[A-Za-z_$][\w$]*\Z")


def tagged(notebook, tag):
    """The indices of the cells with this tag."""
    return [i for i, cell in enumerate(notebook.cells) if tag in cell.metadata.get("tags", [])]


def inject(notebook):
    """Puts the quick values into the notebook, in place, and returns it."""
    quick = notebook.metadata.get("convlab", {}).get("quick", {})
    notebook.cells = [c for c in notebook.cells if "injected-parameters" not in c.metadata.get("tags", [])]
    if not quick:
        return notebook
    places = tagged(notebook, "parameters")
    if len(places) != 1:
        raise ValueError(
            f"Cannot inject quick values: {len(places)} cells are tagged `parameters`. Tag exactly one."
        )
    declared = notebook.cells[places[0]].source
    for name in quick:
        # Assignments keep the reader's types; they need a `let` to assign to.
        if not NAME.match(name) or not re.search(rf"\blet\s+{re.escape(name)}\b", declared):
            raise ValueError(
                f"Cannot inject the quick value {name}: the parameters cell has no `let {name}`. "
                "Declare it there, or remove it from metadata.convlab.quick."
            )
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)};" for name, value in quick.items()]
    cell = nbformat.v4.new_code_cell("\n".join(lines), metadata={"tags": ["injected-parameters"]})
    cell.id = "injected-parameters"
    notebook.cells.insert(places[0] + 1, cell)
    return notebook


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Cannot make a quick copy: give the lesson and the copy, as in quick.py lesson.ipynb copy.ipynb.")
    nbformat.write(inject(nbformat.read(sys.argv[1], as_version=4)), sys.argv[2])
