import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Verdict } from "../../src/lessons/results/experiment.js";
import { verdictsOf } from "../../src/lessons/results/verdicts.js";
import { allExperiments, allStored } from "./all.js";

const experiments = await allExperiments();
const stored = allStored();
const command = "npm run experiments -- --verdicts";

describe("stored verdicts", () => {
  for (const experiment of experiments) {
    const { rows = [], verdicts = [] } = stored.get(experiment.id) ?? {};
    const again = verdictsOf(experiment, rows);
    if (again.length === 0 && verdicts.length === 0) continue;
    it(`${experiment.id}: its ${again.length} means and differences are those of its rows`, () => {
      const names = (all: readonly Verdict[]) => all.map(({ mean, low, high, ...names }) => names);
      assert.deepEqual(names(verdicts), names(again), `they are not up to date: ${command}`);
      again.forEach((verdict, index) => {
        for (const number of ["mean", "low", "high"] as const) {
          const [before, now] = [verdicts[index]?.[number] ?? 0, verdict[number] ?? 0];
          assert.ok(
            Math.abs(before - now) <= 1e-9 * Math.max(1, Math.abs(now)),
            `${number}: ${before}, ${now}`,
          );
        }
      });
    });
  }
});
