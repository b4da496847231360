// The drawing explorer of lesson 06 for the start page: as it is, and narrow for a telephone.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { joined } from "../../lessonNotebooks.mjs";

/**
 * @import { Lesson, Output } from "./lessons.mjs"
 * @typedef {{ name: string, value?: unknown, bind?: { name?: string } }} Signal
 * @typedef {{ width: number, height: number, padding: object | number, signals: Signal[], marks: readonly object[] }} Spec
 */

/** Where the parts stand in the narrow form: moved from their places in the wide one, in CSS pixels. */
const moves = { bars: { x: -212, y: 292 }, evidence: { x: -424, y: 520 } };
const narrowSize = { width: 232, height: 730 };
/** Side of a cell of the paper there: wide enough for a finger. */
const narrowCell = 16;

/** Controls that have no place there. */
const unbound = ["filter", "place", "weight", "penRow", "penColumn", "penDown"];

/**
 * @param {string} root
 * @param {readonly Lesson[]} lessons
 * @returns {Promise<{ output: Output, wide: Spec, narrow: Spec }>}
 */
export async function drawingExplorer(root, lessons) {
  const outputs =
    lessons.find(({ name }) => name === "mnist-cnn")?.cells.flatMap(({ outputs }) => outputs ?? []) ?? [];
  const output = outputs.find(({ data }) => /^Paint a digit/.test(joined(data?.["text/plain"])));
  if (output === undefined)
    throw new Error(
      "Cannot find the drawing explorer among the outputs of lesson mnist-cnn. Run that lesson anew.",
    );
  const spec = /** @type {Spec} */ (output.data?.["application/vnd.vega.v5+json"]);
  const file = join(root, "dist", "lessons", "class-activation-maps", "drawing", "drawingPanels.js");
  const { drawingPanels } = await import(pathToFileURL(file).href);
  return { output, wide: spec, narrow: narrowed(spec, drawingPanels) };
}

/**
 * Paper, bars and evidence one below the other. What changes a filter has no place here, nor what paints without a finger.
 *
 * @param {Spec} spec
 * @param {Record<"paper" | "bars" | "evidence", readonly object[]>} panels
 * @returns {Spec}
 */
function narrowed(spec, panels) {
  /** @param {"bars" | "evidence"} name */
  const moved = (name) => ({
    type: "group",
    encode: { update: { x: { value: moves[name].x }, y: { value: moves[name].y } } },
    marks: panels[name],
  });
  return {
    ...spec,
    ...narrowSize,
    signals: spec.signals.map((signal) => {
      if (signal.name === "cell") return { ...signal, value: narrowCell };
      const { bind: _, ...rest } = signal;
      return unbound.includes(signal.name) ? rest : signal;
    }),
    marks: [...panels.paper, moved("bars"), moved("evidence")],
  };
}
