import { progress } from "../../dist/notebook/progress.js";
import type { DownloadBar } from "../../dist/platform/download.js";

/** How long a download may take before it is shown, and of how many bytes. */
const patience = 1500;
const worthABar = 1_000_000;

/** A bar below the cell for a download that takes a while: what is at hand already needs none. */
export function downloadBar(what: string, bytes: number): DownloadBar {
  let bar: ReturnType<typeof progress> | undefined;
  const began = performance.now();
  const megabytes = (count: number) => count / 1e6;
  return {
    update(done) {
      if (bytes < worthABar || (bar === undefined && performance.now() - began < patience)) return;
      bar ??= progress(`Fetching ${what}`, megabytes(bytes));
      bar.update(megabytes(done), "in megabytes");
    },
    done: () => bar?.done(),
  };
}
