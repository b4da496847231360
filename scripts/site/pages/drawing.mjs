// The drawing explorer of lesson 06 for the start page: as it is, and narrow for a telephone.
import { joined } from "../../lessonNotebooks.mjs";

/**
 * @import { Lesson, Output } from "./lessons.mjs"
 * @typedef {{ name: string, value?: unknown, bind?: { name?: string } }} Signal
 * @typedef {{ signals: Signal[] }} Spec
 */

/** Controls that have no place there. */
const unbound = ["filter", "place", "weight", "penRow", "penColumn", "penDown"];

/**
 * @param {readonly Lesson[]} lessons
 * @returns {{ output: Output, wide: Spec, narrow: Spec }}
 */
export function drawingExplorer(lessons) {
  const outputs =
    lessons.find(({ name }) => name === "mnist-cnn")?.cells.flatMap(({ outputs }) => outputs ?? []) ?? [];
  const output = outputs.find(({ data }) => /^Paint a digit/.test(joined(data?.["text/plain"])));
  if (output === undefined)
    throw new Error(
      "Cannot find the drawing explorer among the outputs of lesson mnist-cnn. Run that lesson anew.",
    );
  const spec = /** @type {Spec} */ (output.data?.["application/vnd.vega.v5+json"]);
  return { output, wide: formed(spec, false), narrow: formed(spec, true) };
}

/**
 * The explorer in the form of a wide or of a narrow screen, whatever the size of the screen. In the narrow one there is no place for
 * what changes a filter, nor for what paints without a finger.
 *
 * @param {Spec} spec
 * @param {boolean} narrow
 * @returns {Spec}
 */
function formed(spec, narrow) {
  return {
    ...spec,
    signals: spec.signals.map((signal) => {
      if (signal.name === "narrow") return { name: signal.name, value: narrow };
      const { bind: _, ...rest } = signal;
      return narrow && unbound.includes(signal.name) ? rest : signal;
    }),
  };
}
