// A worker that tries which backend trains the networks of the lessons best. It costs nothing where there is no graphics processor.
import { hardware } from "./hardware.js";
import type { Backend } from "./names.js";

export interface TrialTask {
  readonly folder: string;
  /** Whether renderers that are software are tried, too: for tests. */
  readonly software: boolean;
}

/** What was found of one backend. */
export interface Tried {
  readonly backend: Backend;
  /** Milliseconds of a step of the large and of the small network. */
  readonly steps: readonly [number, number];
  /** Whether it has the losses of WebAssembly. */
  readonly right: boolean;
}

export interface TrialResult {
  readonly choice: Backend;
  readonly tried: readonly Tried[];
}

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<TrialTask>) => void;
  postMessage(result: TrialResult): void;
};

scope.onmessage = async ({ data: { folder, software } }) => {
  const found = hardware(software);
  const result: TrialResult =
    found.length > 0
      ? await (await import("./tryAll.js")).tryAll(folder, found)
      : { choice: "wasm", tried: [] };
  console.info(lineOf(result));
  scope.postMessage(result);
};

function lineOf({ choice, tried }: TrialResult): string {
  const each = tried.map(
    ({ backend, steps, right }) =>
      `${backend} ${steps.map((step) => step.toFixed(1)).join(" and ")} ms a step${right ? "" : ", wrong"}`,
  );
  return `convlab computes with ${choice} from the next start on (${each.join("; ") || "no graphics processor"}).`;
}
