import { disposeModel, fit, median, take } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { processorMilliseconds } from "../processor.js";
import { grid, mnist } from "../shared.js";
import { distortionOf, lenetOf } from "./measure.js";
import { rungs } from "./rungs.js";

const plan = { digits: 3_000, rounds: 7, batchSize: 32 };
const names = rungs.map(({ name }) => name).join(", ");
const epoch = 15_000;

export default experiment({
  id: "lenet-5/time",
  question:
    "How long an epoch of 15,000 digits takes on each rung of the ladder, the rungs side by side in one run",
  rows: grid([{ name: "all rungs", ...plan, rungs: names }], 3),
  async run({ seed }, context) {
    const { digits, rounds, batchSize } = plan;
    const train = take((await mnist).train, 0, digits);
    const rows = rungs.map(({ name, ...configuration }) => ({ name, configuration, seed }));
    const runs = rows.map((row) => ({
      model: lenetOf(row),
      more: distortionOf(row),
      clock: [] as number[],
      processor: [] as number[],
    }));
    // The first round warms up and does not count.
    for (let round = 0; round <= rounds; round++) {
      for (const { model, more, clock, processor } of runs) {
        const [started, before] = [performance.now(), processorMilliseconds()];
        await fit(model, train, { epochs: 1, batchSize, seed, ...more });
        const worked = processorMilliseconds() - before;
        if (round === 0) continue;
        clock.push((performance.now() - started) / 1e3);
        processor.push(worked / 1e3);
      }
      context.report((round + 1) / (rounds + 1));
    }
    const perEpoch = (seconds: readonly number[]): number => (median(seconds) * epoch) / digits;
    const result = {
      parameters: runs.map(({ model }) => model.countParams()),
      clockSeconds: runs.map(({ clock }) => perEpoch(clock)),
      processorSeconds: runs.map(({ processor }) => perEpoch(processor)),
    };
    const last = runs.at(-1) as (typeof runs)[number];
    const weights = weightsHash(last.model);
    for (const { model } of runs) disposeModel(model);
    return { weights, result };
  },
});
