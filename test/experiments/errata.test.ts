import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadMnist } from "../../src/images/digits/mnist.js";
import { armOf } from "../../src/lessons/results/experiment.js";
import { verdictText } from "../../src/lessons/results/verdictText.js";
import { loadTrained } from "../../src/networks/files/trained.js";
import { disposeModel } from "../../src/networks/models/disposeModel.js";
import { kernelsOf } from "../../src/networks/models/inspect.js";
import { confusionCounts } from "../../src/networks/training/confusionCounts.js";
import { evaluate } from "../../src/networks/training/evaluate.js";
import { read } from "../house/files.js";
import { allStored } from "./all.js";

const stored = allStored();
const page = read("docs/errata.md").replaceAll(/\s+/g, " ");
const says = (text: string) => assert.ok(page.includes(text), `docs/errata.md does not say: ${text}`);

describe("docs/errata.md", () => {
  it("quotes the figures that the stored rows give, each line as it is printed", () => {
    const lines = new Set(
      [...stored].flatMap(([id, { verdicts = [] }]) => verdicts.map((verdict) => verdictText(id, verdict))),
    );
    const spans = [...read("docs/errata.md").matchAll(/`([^`]+)`/g)].map(([, text]) => text as string);
    const quoted = spans.filter((text) => [...stored.keys()].some((id) => text.startsWith(`${id}: `)));
    assert.ok(quoted.length > 0, "no line is quoted");
    for (const line of quoted)
      assert.ok(lines.has(line), `npm run experiments -- --verdicts does not print: ${line}`);
  });

  it("tells the widest scatter of one network's runs, and the best epochs, as the rows have them", () => {
    const byArm = new Map<string, number[]>();
    for (const row of stored.get("mnist-cnn/width")?.rows ?? [])
      byArm.set(armOf(row), [...(byArm.get(armOf(row)) ?? []), Number(row.result.testAccuracy)]);
    const scatter = [...byArm].map(([arm, values]) => ({
      arm,
      points: 100 * (Math.max(...values) - Math.min(...values)),
    }));
    const widest = scatter.reduce((most, each) => (each.points > most.points ? each : most));
    assert.equal(widest.arm, "4/8 filters, 256 hidden");
    says(
      `The widest scatter is ${widest.points.toFixed(1)} points, of 4 and 8 filters with 256 hidden units`,
    );

    const scaled = stored.get("mnist-cnn/pixels")?.rows.filter((row) => armOf(row) === "pixels 0 to 1") ?? [];
    const inTheLast = scaled.filter(({ result }) => {
      const accuracies = result.validationAccuracy as number[];
      return accuracies.indexOf(Math.max(...accuracies)) === accuracies.length - 1;
    });
    assert.deepEqual([scaled.length, inTheLast.length], [3, 1]);
    says("Of the three runs the best test accuracy comes in the tenth epoch once");
  });

  it("counts confusions and kernels as the stored network has them", async () => {
    const model = await loadTrained("mnist-cnn");
    const { test } = await loadMnist({ trainImages: 0 });
    const { predicted } = await evaluate(model, test);
    const confusions = confusionCounts(test.labels, predicted).flatMap((row, wanted) =>
      row.map((count, answer) => ({
        count,
        pair: `${wanted} taken for ${answer}`,
        wrong: wanted !== answer,
      })),
    );
    const most = Math.max(...confusions.filter(({ wrong }) => wrong).map(({ count }) => count));
    const largest = confusions.filter(({ count, wrong }) => wrong && count === most).map(({ pair }) => pair);
    assert.equal(most, 7);
    says(`two largest confusions, ${largest.join(" and ")}, seven digits each`);

    const shares = kernelsOf(model, "conv1").map(shareOfPlane);
    disposeModel(model);
    const above = (share: number) => shares.filter((each) => each > share).length;
    says(`of the ${shares.length} kernels, ${above(0.5)} are to more than a half`);
    says(`${above(0.25)} to more than a quarter`);
  });
});

/** How much of a 5x5 kernel's variance a plane explains, red on one side and blue on the other. */
function shareOfPlane(kernel: readonly (readonly number[])[]): number {
  const weights = kernel.flatMap((row, i) => row.map((weight, j) => ({ weight, down: i - 2, right: j - 2 })));
  const sum = (of: (each: (typeof weights)[0]) => number) =>
    weights.reduce((total, each) => total + of(each), 0);
  const mean = sum(({ weight }) => weight) / weights.length;
  const variance = sum(({ weight }) => (weight - mean) ** 2);
  const slopes = [sum(({ weight, down }) => weight * down), sum(({ weight, right }) => weight * right)];
  return slopes.reduce((total, slope) => total + slope ** 2 / sum(({ down }) => down ** 2), 0) / variance;
}
