import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { correlation, mean } from "../../src/arithmetic/statistics/statistics.js";
import type { StoredRow } from "../../src/lessons/results/experiment.js";
import { read } from "../house/files.js";
import { allStored } from "./all.js";

const page = read("docs/errata.md").replaceAll(/\s+/g, " ");
const stored = allStored();
const rowsOf = (id: string, arm?: string): readonly StoredRow[] =>
  (stored.get(id)?.rows ?? []).filter(({ name }) => arm === undefined || name.startsWith(`${arm}, seed `));
const numbers = (rows: readonly StoredRow[], name: string) => rows.map(({ result }) => Number(result[name]));
const misread = (rows: readonly StoredRow[]) =>
  numbers(rows, "testAccuracy").map((share) => 100 * (1 - share));

/** What the page says in its prose, beside the lines of verdicts, with the figures as the stored rows give them. */
const sentences: Record<string, () => string> = {
  "accuracy and steadiness rise together": () => {
    const rows = rowsOf("pooling/pooling");
    const together = correlation(numbers(rows, "testAccuracy"), numbers(rows, "agreement"));
    return `over the ${rows.length} stored runs accuracy and steadiness correlate at ${together.toFixed(2)}`;
  },
  "what distorted digits bring": () => {
    const [plain, distorted] = ["lenet-5/lenet", "lenet-5/distort"].map((id) => misread(rowsOf(id)));
    assert.ok(Math.max(...(distorted ?? [])) < Math.min(...(plain ?? [])), "each of them misreads fewer");
    const means = [plain, distorted].map((errors) => `${mean(errors ?? []).toFixed(2)}%`);
    return `the means are ${means.join(" and ")} misread, in three seeds each`;
  },
  "how the seeds of the opening of the heads differ": () => {
    const shares = rowsOf("gap-vs-flatten/heads", "gap").map(
      ({ result }) => 100 * (1 - ((result.canvasAccuracy as readonly number[])[3] ?? 0)),
    );
    const [least, middle, most] = shares.sort((a, b) => a - b).map((share) => `${share.toFixed(1)}%`);
    return `The three seeds misread ${least}, ${middle} and ${most}`;
  },
};

describe("docs/errata.md", () => {
  for (const [about, sentence] of Object.entries(sentences)) {
    it(`says of the stored rows ${about}`, () => {
      assert.ok(page.includes(sentence()), `the page does not say: ${sentence()}`);
    });
  }
});
