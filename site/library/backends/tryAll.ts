import { disposeModel, type LayersModel, mnistCnn, tf, train } from "../../../dist/index.js";
import { setWasmBackend } from "../../../dist/networks/wasm/setWasmBackend.js";
import type { Backend, Gpu } from "./names.js";
import { startGpu } from "./startGpu.js";
import type { TrialResult, Tried } from "./trial.js";

/** How much quicker than WebAssembly the large network has to be; the small one only not slower. */
const margin = 1.5;
/** How far losses may be apart, as a share. */
const room = 1e-3;
/** Images of the one batch of which all steps are. */
const count = 32;

interface Measured {
  readonly steps: readonly [large: number, small: number];
  readonly losses: readonly (readonly number[])[];
}

/** Trains a large and a small network of the lessons on WebAssembly and on each of these, and says which is best. */
export async function tryAll(folder: string, candidates: readonly Gpu[]): Promise<TrialResult> {
  await setWasmBackend(folder);
  const reference = await measured();
  const tried: Tried[] = [{ backend: "wasm", steps: reference.steps, right: true }];
  for (const backend of candidates) {
    if (!(await startGpu(backend))) continue;
    const found = await measured(reference).catch(() => undefined);
    if (!found) continue;
    const right = readsAtOnce() && agree(found.losses, reference.losses);
    tried.push({ backend, steps: found.steps, right });
  }
  return { choice: choiceOf(tried), tried };
}

/** The quickest that is right and worth it. */
export function choiceOf([wasm, ...others]: readonly Tried[]): Backend {
  const [large = 0, small = 0] = wasm?.steps ?? [];
  const worth = others.filter(({ right, steps }) => right && steps[0] * margin <= large && steps[1] <= small);
  const [best] = worth.sort((a, b) => a.steps[0] - b.steps[0]);
  return best?.backend ?? "wasm";
}

/** Cells read numbers without waiting, which not every backend can in a worker. */
function readsAtOnce(): boolean {
  return tf.tidy(() =>
    tf
      .matMul(tf.ones([3, 4]), tf.ones([4, 5]))
      .dataSync()
      .every((value) => value === 4),
  );
}

/** Whether losses are the same, as far as they go. */
function agree(losses: Measured["losses"], wanted: Measured["losses"]): boolean {
  return losses.every((some, network) =>
    some.every((loss, step) => {
      const right = wanted[network]?.[step] as number;
      return Math.abs(loss - right) <= room * Math.abs(right);
    }),
  );
}

async function measured(patience?: Measured): Promise<Measured> {
  const large = await trained(mnistCnn(), patience?.steps[0]);
  const small = await trained(mnistCnn({ filters: [4, 8], hiddenUnits: 16 }), patience?.steps[1]);
  return { steps: [large.step, small.step], losses: [large.losses, small.losses] };
}

/** The quickest of some steps after the first, which prepares much, and the losses of all. Slow ones are not many. */
async function trained(model: LayersModel, reference = Number.POSITIVE_INFINITY) {
  const losses: number[] = [];
  let step = Number.POSITIVE_INFINITY;
  for (let taken = 0; taken < 8 && (taken < 2 || step < 4 * reference); taken++) {
    const began = performance.now();
    const { loss } = await train(model, patterns(), { epochs: 1, batchSize: count, quiet: true });
    if (taken > 0) step = Math.min(step, performance.now() - began);
    losses.push(loss[0] as number);
  }
  disposeModel(model);
  return { step, losses };
}

/** Stripes of ten widths in place of digits: nothing has to be fetched. */
function patterns() {
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 10);
  const pixels = Uint8Array.from({ length: count * 784 }, (_, index) => {
    const [image, place] = [Math.floor(index / 784), index % 784];
    return ((place % 28) + Math.floor(place / 28) * (image % 3)) % (2 + (image % 10)) === 0 ? 255 : 0;
  });
  return { count, height: 28, width: 28, pixels, labels };
}
