import { nextTurn } from "../../platform/turn.js";
import type { BatchSource } from "./batches.js";
import type { FitObserver } from "./history.js";
import type { Rates } from "./schedules.js";
import type { Training } from "./training.js";

/** How long the steps may keep the event loop from other work: messages, timers, an interrupt. */
const yieldEveryMilliseconds = 50;

/** Gives messages and timers their turn, when they have had none for a while. */
export function pauses(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last <= yieldEveryMilliseconds) return;
    await nextTurn();
    last = performance.now();
  };
}

/** What stays the same from epoch to epoch. */
export interface Stepping {
  readonly training: Training;
  readonly batchSize: number;
  readonly epochs: number;
  readonly rates: Rates;
  readonly watching: readonly FitObserver[];
  readonly signal: AbortSignal | undefined;
  pause(): Promise<void>;
}

/** Takes the steps of an epoch in this order of the examples, as far as the signal lets it. Gives the means over those seen. */
export async function epochSteps(
  { training, batchSize, epochs, rates, watching, signal, pause }: Stepping,
  epoch: number,
  source: BatchSource,
  order: Uint32Array,
): Promise<{ seen: number; loss: number; accuracy: number }> {
  let [seen, lossSum, accuracySum] = [0, 0, 0];
  const means = () => ({ seen, loss: lossSum / seen, accuracy: accuracySum / seen });
  while (seen < source.count && !signal?.aborted) {
    const indices = order.subarray(seen, seen + batchSize);
    rates.set((epoch - 1 + seen / source.count) / epochs);
    const [loss, accuracy] = await training.step(source.batch(indices));
    seen += indices.length;
    lossSum += loss * indices.length;
    accuracySum += accuracy * indices.length;
    const report = { epoch, epochs, total: source.count, ...means() };
    for (const observer of watching) await observer.onBatch?.(report);
    await pause();
  }
  return means();
}
