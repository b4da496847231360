import type { MimeBundle } from "../charts/figure.js";
import type { CommKernel } from "./comm.js";
import { runningTslab } from "./runningTslab.js";

/** What travels in a `display_data` message. */
export interface DisplayContent {
  readonly data: MimeBundle;
  readonly metadata: { readonly [mimeType: string]: unknown };
  readonly transient: { readonly display_id?: string };
}

/**
 * The small thing this library asks of a kernel. A kernel offers it as `globalThis[Symbol.for("convlab.kernel")]`;
 * stock tslab does not, and is reached through the module that it runs from.
 */
export interface NotebookKernel extends Partial<CommKernel> {
  /** Sends an output; with `update` it replaces the one with the same `display_id`. */
  display(content: DisplayContent, update: boolean): void;
  /** Clears the cell's output; with `wait` only when the next output comes. */
  clearOutput?(wait: boolean): void;
}

/** How an output is sent. */
interface DisplayOptions {
  readonly metadata?: { readonly [mimeType: string]: unknown };
  /** Names the output, so that it can be replaced. */
  readonly displayId?: string;
  /** Replace the output of that name instead of adding one. @default {false} */
  readonly update?: boolean;
}

/** The symbol under which a kernel offers itself in `globalThis`. */
export const kernelSymbol = Symbol.for("convlab.kernel");

/**
 * The kernel this program runs in, or undefined in an ordinary program. Under stock tslab the answer stays tied to the
 * cell that asked: whoever keeps it writes to that cell, also from code that runs after the cell has ended.
 */
export function currentKernel(): NotebookKernel | undefined {
  const offered = (globalThis as { [kernelSymbol]?: NotebookKernel })[kernelSymbol];
  if (offered !== undefined) return offered;
  const write = runningTslab();
  return write && { display: (content, update) => write(content, update) };
}

/**
 * Whether outputs have somewhere to go: whether this program runs in a notebook's kernel.
 *
 * @example inKernel() // false
 */
export function inKernel(): boolean {
  return currentKernel() !== undefined;
}

/** Sends one output in all its forms to a kernel. */
export function sendTo(kernel: NotebookKernel, bundle: MimeBundle, options: DisplayOptions = {}): void {
  const transient = options.displayId === undefined ? {} : { display_id: options.displayId };
  kernel.display({ data: bundle, metadata: options.metadata ?? {}, transient }, options.update ?? false);
}
