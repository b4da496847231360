import { commandText } from "../../images/installation.js";
import { optionalSource, type SourceReport } from "../../images/optionalSource.js";
import {
  type EfficientNetLite0,
  efficientNetLite0,
} from "../../networks/models/efficientnet/efficientnet.js";
import { progress } from "../../notebook/progress.js";
import { show } from "../../notebook/show.js";
import { noteCard } from "../exercise/card.js";

/** What fetches the same from a terminal, before a journey for instance. */
const command = commandText("fetch", "photographs efficientnet-lite0");

/** A trained backbone, if it could be had, and what to do with it. */
export interface Backbone {
  /** Whether weights and photographs are there. */
  readonly ready: boolean;
  /**
   * Runs a step with the network and returns what it returns. Without weights nothing runs: a line says where to look, and
   * the answer is undefined, so that a notebook can be run to its end.
   */
  use<T>(step: (network: EfficientNetLite0) => T): T | undefined;
  /** Frees the network. */
  dispose(): void;
}

/**
 * Fetches EfficientNet-Lite0 and the photographs when they are not there yet, with a bar for each, and builds the network.
 * Never throws: where something is in the way, a card says what, and how to mend it.
 */
export async function openBackbone(): Promise<Backbone> {
  let network: EfficientNetLite0 | undefined;
  try {
    await withBar("photographs", (report) => optionalSource("photographs", report));
    network = await withBar("weights", (report) => efficientNetLite0({ report }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    show(
      noteCard(
        "The network and the photographs are not here yet",
        `${reason}\n\nThey are about 30 MB, fetched once. When the trouble is mended, run this cell again, then the cells below. Or fetch them in a terminal, in the project's folder: \`${command}\`. Until then, cells that need them say so and do nothing.`,
      ),
    );
  }
  return {
    ready: network !== undefined,
    use(step) {
      if (network !== undefined) return step(network);
      show("Nothing to show without the network: the cell with openBackbone says how to get it.");
      return undefined;
    },
    dispose() {
      network?.dispose();
      network = undefined;
    },
  };
}

/** A bar that is shown only when there is something to wait for. */
async function withBar<T>(label: string, work: (report: SourceReport) => Promise<T>): Promise<T> {
  let bar: ReturnType<typeof progress> | undefined;
  try {
    return await work((part, note) => {
      bar ??= progress(label, 100);
      bar.update(Math.round(100 * (part ?? 0)), note);
    });
  } finally {
    bar?.done();
  }
}
