import { disposeModel, experiment, fit, take, weightsHash } from "convlab";
import { rungs } from "./ladder.js";
import { lenetOf } from "./lenet.js";
import { grid, mnist } from "./shared.js";

export default experiment({
  id: "07-time",
  question: "How long the processor works for an epoch of 60,000 digits on each rung",
  rows: grid(
    rungs.map((rung) => ({ ...rung, trainImages: 6_000, epochs: 1 })),
    3,
  ),
  async run(row, context) {
    const { train } = await mnist;
    const model = lenetOf(row);
    const batchSize = Number(row.configuration.batchSize);
    const digits = take(train, 0, Number(row.configuration.trainImages));
    await fit(model, take(digits, 0, 10 * batchSize), { epochs: 1, batchSize });
    const before = process.cpuUsage();
    const report = ({ seen, total }: { seen: number; total: number }) => context.report(seen / total);
    await fit(model, digits, { epochs: 1, batchSize, seed: row.seed }, [{ onBatch: report }]);
    const { user, system } = process.cpuUsage(before);
    const epochSeconds = ((user + system) / 1e6) * (train.count / digits.count);
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { epochSeconds } };
  },
});
