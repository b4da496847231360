// A kernel that remembers what it was sent.
import { type DisplayContent, kernelSymbol, type NotebookKernel } from "../../src/notebook/kernel.js";

export interface Sent extends DisplayContent {
  readonly update: boolean;
}

export interface FakeKernel {
  readonly sent: Sent[];
  readonly cleared: boolean[];
}

/** Runs code in a fake kernel and takes it away again. */
export function withKernel<T>(run: (kernel: FakeKernel) => T): T {
  const place = globalThis as { [kernelSymbol]?: NotebookKernel };
  const kernel: FakeKernel = { sent: [], cleared: [] };
  place[kernelSymbol] = {
    display: (content, update) => kernel.sent.push({ ...content, update }),
    clearOutput: (wait) => kernel.cleared.push(wait),
  };
  try {
    return run(kernel);
  } finally {
    delete place[kernelSymbol];
  }
}

/** What is printed meanwhile. */
export function printed(run: () => void): string[] {
  const { log } = console;
  const lines: string[] = [];
  console.log = (...values: unknown[]) => lines.push(values.join(" "));
  try {
    run();
  } finally {
    console.log = log;
  }
  return lines;
}
