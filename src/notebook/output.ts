import { uuid } from "../platform/uuid.js";
import { outputsOf, type Showable } from "./bundle.js";
import { currentKernel, sendTo } from "./kernel.js";

/** An output that later values replace in place. */
export interface LiveOutput {
  /** Shows a value: the first call adds the output below the cell, later ones replace it. */
  update(value: Showable): void;
}

/**
 * One output of the cell that calls it, replaced by each `update`, also by code that runs on after the cell has ended.
 * Outside a notebook nothing can be replaced, and nothing is printed.
 *
 * @example
 * const output = liveOutput();
 * for (const epoch of [1, 2, 3]) output.update(`epoch ${epoch}`);
 */
export function liveOutput(): LiveOutput {
  const kernel = currentKernel();
  const displayId = uuid();
  let shown = false;
  return {
    update(value) {
      if (kernel === undefined) return;
      const output = outputsOf(value)[0];
      if (output === undefined) return;
      sendTo(kernel, output.bundle, { metadata: output.metadata, displayId, update: shown });
      shown = true;
    },
  };
}
