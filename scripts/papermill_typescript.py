"""papermill for TypeScript notebooks: registers a translator of parameters, then runs papermill.

    python scripts/papermill_typescript.py notebook.ipynb done.ipynb -p epochs 3

papermill puts a cell with the parameters after the cell tagged `parameters`. Declare defaults there with `let` and
annotate them where a value is not of the type that TypeScript infers: `let epochs = 1;`. The new cell declares them again.
From Python: `import papermill_typescript` before `papermill.execute_notebook`.
"""

import json
import math

from papermill.translators import Translator, papermill_translators


class TypeScriptTranslator(Translator):
    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_bool(cls, val):
        return "true" if val else "false"

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "NaN"
        return repr(val) if math.isfinite(val) else ("Infinity" if val > 0 else "-Infinity")

    @classmethod
    def translate_str(cls, val):
        return json.dumps(val)

    translate_escaped_str = translate_str

    @classmethod
    def translate_dict(cls, val):
        # Computed names, so that `__proto__` is a name like others.
        return "{ " + ", ".join(f"[{json.dumps(str(k))}]: {cls.translate(v)}" for k, v in val.items()) + " }"

    @classmethod
    def translate_list(cls, val):
        return "[" + ", ".join(cls.translate(v) for v in val) + "]"

    translate_tuple = translate_list

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"


papermill_translators.register("typescript", TypeScriptTranslator)
papermill_translators.register("tslab", TypeScriptTranslator)
papermill_translators.register("jslab", TypeScriptTranslator)

if __name__ == "__main__":
    from papermill.cli import papermill

    papermill()
