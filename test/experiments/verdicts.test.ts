import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Verdict } from "../../src/lessons/results/experiment.js";
import { verdictsOf } from "../../src/lessons/results/verdicts.js";
import { verdictText } from "../../src/lessons/results/verdictText.js";
import { read } from "../house/files.js";
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

describe("docs/errata.md", () => {
  const lines = new Set(
    [...stored].flatMap(([id, { verdicts = [] }]) => verdicts.map((verdict) => verdictText(id, verdict))),
  );
  const quoted = [...read("docs/errata.md").matchAll(/`([^`]+)`/g)]
    .map(([, text]) => text as string)
    .filter((text) => [...stored.keys()].some((id) => text.startsWith(`${id}: `)));

  it("quotes the figures that the stored rows give, each line as it is printed", () => {
    for (const line of quoted) assert.ok(lines.has(line), `${command} does not print: ${line}`);
  });
});
