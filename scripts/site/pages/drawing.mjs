// The drawing explorer of lesson 06 for the start page: as it is, and narrow for a telephone.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { joined } from "../../lessonNotebooks.mjs";

/**
 * @import { Lesson, Output } from "./lessons.mjs"
 * @typedef {{ name: string, bind?: { name?: string } }} Signal
 * @typedef {{ width: number, height: number, padding: object | number, signals: Signal[], marks: readonly object[] }} Spec
 */

/** Where the parts stand in the narrow form: moved from their places in the wide one, in CSS pixels. */
const moves = { bars: { x: -250, y: 292 }, evidence: { x: -492, y: 560 } };
const narrowSize = { width: 232, height: 852 };

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
  return {
    output,
    wide: { ...spec, signals: spec.signals.map(relabelled) },
    narrow: narrowed(spec, drawingPanels),
  };
}

/**
 * Here one paints with a finger as well.
 *
 * @param {Signal} signal
 */
const relabelled = (signal) =>
  signal.name === "brush" ? { ...signal, bind: { ...signal.bind, name: "the brush " } } : signal;

/**
 * Paper, bars and evidence one below the other. What changes a filter has no place here.
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
      const { bind: _, ...rest } = signal;
      return ["filter", "place", "weight"].includes(signal.name) ? rest : relabelled(signal);
    }),
    marks: [...panels.paper, moved("bars"), moved("evidence")],
  };
}
