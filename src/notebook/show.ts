import { outputsOf, type Showable } from "./bundle.js";
import { currentKernel, sendTo } from "./kernel.js";

/**
 * Shows values one below the other: figures in all their forms, tensors with type, shape and a preview, text as it is,
 * everything else as Node prints it. Outside a notebook it prints the same as text, for a figure its description.
 *
 * @example show(table([{ layer: "conv", parameters: 320 }]), tf.ones([2, 2]))
 */
export function show(...values: Showable[]): void {
  const kernel = currentKernel();
  for (const { bundle, metadata, text } of values.flatMap(outputsOf)) {
    if (kernel === undefined) console.log(text);
    else sendTo(kernel, bundle, { metadata });
  }
}

/**
 * Clears what the cell has shown so far; with `wait`, only when the next output comes, which avoids flicker. Does nothing
 * outside a notebook and under stock tslab, which has no such message: `liveOutput` replaces an output everywhere.
 *
 * @param wait for the next output. @default {false}
 * @example clearOutput(true)
 */
export function clearOutput(wait = false): void {
  currentKernel()?.clearOutput?.(wait);
}
