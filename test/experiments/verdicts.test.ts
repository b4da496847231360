import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { armOf, type Verdict } from "../../src/lessons/results/experiment.js";
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

describe("learning rates as chosen", () => {
  const chosen = [...stored].filter(([, { rows }]) =>
    rows.some((row) => row.configuration.rate === "as chosen"),
  );

  it("are those that read most of the images kept aside, by rows without a test accuracy", () => {
    for (const [id, { rows }] of chosen) {
      const tried = stored.get(`${id}-rates`)?.rows ?? [];
      assert.ok(
        tried.length > 0 && tried.every(({ result }) => result.testAccuracy === undefined),
        `${id}-rates`,
      );
      for (const row of rows) {
        const scores = new Map<number, number>();
        for (const { name, configuration, result } of tried) {
          if (!name.startsWith(`${armOf(row)}, rate ${configuration.rate}, `)) continue;
          const rate = Number(configuration.rate);
          scores.set(rate, (scores.get(rate) ?? 0) + Number(result.validationAccuracy));
        }
        const best = [...scores].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
        assert.equal(row.result.rate, best[0], `${id}, ${row.name}`);
      }
    }
  });
});
