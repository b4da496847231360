import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { softmax } from "../../src/arithmetic/softmax.js";
import { correlation, mean } from "../../src/arithmetic/statistics/statistics.js";
import { outputLength, paddingOf } from "../../src/arithmetic/window.js";
import { pocketImage } from "../../src/lessons/pocket/pocket.js";
import { pocketGapForward, pocketGapNetwork } from "../../src/lessons/pocket/pocketGap.js";
import type { StoredRow } from "../../src/lessons/results/experiment.js";
import {
  efficientNetLite0Blocks,
  efficientNetLite0Layers,
} from "../../src/networks/models/efficientnet/blocks.js";
import { layerTable } from "../../src/networks/models/layerTable.js";
import { read } from "../house/files.js";
import { allStored } from "./all.js";

const page = read("docs/errata.md").replaceAll(/\s+/g, " ");
const stored = allStored();
const rowsOf = (id: string, arm?: string): readonly StoredRow[] =>
  (stored.get(id)?.rows ?? []).filter(({ name }) => arm === undefined || name.startsWith(`${arm}, seed `));
const numbers = (rows: readonly StoredRow[], name: string) => rows.map(({ result }) => Number(result[name]));
const misread = (rows: readonly StoredRow[]) =>
  numbers(rows, "testAccuracy").map((share) => 100 * (1 - share));

const layersOfBackbone = layerTable({ height: 224, width: 224, channels: 3 }, efficientNetLite0Layers());

/** What the page says in its prose, beside the lines of verdicts, with the figures as the stored rows give them. */
const sentences: Record<string, () => string> = {
  "accuracy and steadiness rise together": () => {
    const rows = rowsOf("pooling/pooling");
    const together = correlation(numbers(rows, "testAccuracy"), numbers(rows, "agreement"));
    return `over the ${rows.length} stored runs accuracy and steadiness correlate at ${together.toFixed(2)}`;
  },
  "what the numbers on top of four layers see": () => {
    const layer = { kernel: 3, stride: 2, padding: "same" as const };
    // For each place of a map the pixels that it sees; layer by layer, from the pixels themselves.
    let seen = Array.from({ length: 28 }, (_, pixel) => new Set([pixel]));
    for (let step = 0; step < 4; step++) {
      const [before] = paddingOf(seen.length, layer);
      seen = Array.from({ length: outputLength(seen.length, layer) }, (_, place) => {
        const first = layer.stride * place - before;
        return new Set([0, 1, 2].flatMap((reach) => [...(seen[first + reach] ?? [])]));
      });
    }
    const [left, right, more] = seen.map(({ size }) => size);
    assert.equal(more, undefined);
    return `ends in two numbers; one sees ${left} of the 28 pixels, the other ${right}`;
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
  "what the old field alone is read at, and what a step of the grid does": () => {
    const networks = rowsOf("gap-vs-flatten/seeds").filter(({ name }) => !name.startsWith("flatten"));
    const alone = networks.map(({ result }) => 100 * ((result.ringAccuracy as number[])[0] ?? 0));
    const steps = networks.map(({ result }) => {
      const [, at12 = 0, , , , at16 = 0] = result.canvasAccuracy as number[];
      return Math.round(500 * Math.abs(at16 - at12));
    });
    assert.equal(networks.length, 60);
    assert.ok(steps.every((digits) => digits <= 1));
    const equal = steps.filter((digits) => digits === 0).length;
    assert.ok(page.includes(`in ${equal} of 60 networks, and one more or less in the other six`));
    const [least, most] = [Math.min(...alone), Math.max(...alone)].map((share) => share.toFixed(0));
    return `Given the digit's old field alone, the sixty networks read ${least} to ${most}% of the digits`;
  },
  "what greying the helmet and the cat does": () => {
    const of = (name: string) => rowsOf("backbones-on-photographs/counterfactuals", name);
    const [helmet, cat] = ["astronaut, football helmet", "cat, tiger cat"].map(of) as [
      StoredRow[],
      StoredRow[],
    ];
    assert.ok(
      numbers(cat, "fallAtStrongest").every((fall) => fall < 0),
      "the cat's logit rises in all three",
    );
    assert.ok(numbers(helmet, "placesThatFallMore").every((places) => places <= 1));
    const [logit = 0, fall = 0] = ["logit", "fallAtStrongest"].map((name) => numbers(helmet, name)[0] ?? 0);
    return `greyed, it takes the logit from ${logit.toFixed(1)} to ${(logit - fall).toFixed(1)}, and at most one of the 25 squares takes more`;
  },
  "what dense networks of as many parameters misread": () => {
    const arms = [
      "convolutions",
      "dense, as many numbers",
      "dense, as many numbers and layers",
      "dense, as much work",
    ];
    const [first, ...others] = arms.map((arm) => mean(misread(rowsOf("mnist-cnn/dense", arm))).toFixed(1));
    const last = others.pop();
    return `The misread shares are ${first}% against ${others.join(", ")} and ${last}`;
  },
  "that a common vector turns the winner's map below zero, and no answer": () => {
    const { weights } = pocketGapNetwork;
    const shifted = weights.map(([first = 0, second = 0]) => [first - 2, second]);
    const [before, after] = [weights, shifted].map((each) =>
      pocketGapForward(pocketImage, { ...pocketGapNetwork, weights: each }),
    ) as [ReturnType<typeof pocketGapForward>, ReturnType<typeof pocketGapForward>];
    const [was, is] = [before, after].map(({ logits }) => softmax(logits)[1] ?? 0) as [number, number];
    assert.ok(Math.abs(was - is) < 1e-12, "the probability stays");
    const told = (map: readonly (readonly number[])[] = []) =>
      `\`${map.map((row) => row.map((value) => value + 0).join(" ")).join(" / ")}\``;
    const [lost, now] = shifted.map((row) => `(${row.map((value) => value + 0).join(", ")})`);
    return (
      `They become ${lost} and ${now}, the logits ${after.logits.join(" and ")} instead of ${before.logits.join(" and ")}, ` +
      `and the seven keeps its probability of ${is.toFixed(2)}, as every image does. ` +
      `Its map was ${told(before.maps[1])}. It is ${told(after.maps[1])} now`
    );
  },
  "how far the boxes of global max go apart": () => {
    const shares = numbers(rowsOf("class-activation-maps/heads", "globalMax"), "localised");
    const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) => (100 * share).toFixed(0));
    return `its maps localise between ${least} and ${most}%`;
  },
  "which of the first edition's boxes were the best": () => {
    const boxes = (head: string) => numbers(rowsOf("class-activation-maps/heads", head), "localised");
    const others = ["globalMax", "flatten", "flattenDense"].flatMap(boxes);
    assert.ok(Math.min(...boxes("gap")) > Math.max(...others));
    return "the worst of GAP is ahead of the best of the others";
  },
  "how many convolutions the backbone has, and how many blocks widen or add": () => {
    const [first, ...others] = efficientNetLite0Blocks;
    assert.ok(first && first.wide === first.inputs && others.every(({ wide, inputs }) => wide > inputs));
    const convolutions = 1 + 2 + 3 * others.length + 1;
    assert.equal(layersOfBackbone.filter(({ kind }) => kind === "conv").length, convolutions);
    const without = efficientNetLite0Blocks.filter(({ residual }) => !residual).length;
    assert.ok(
      page.includes(`${without} of 16 blocks have no addition`),
      `${without} blocks have no addition`,
    );
    return `two in block 1, three in each of the other ${others.length} and one at the end make ${convolutions}`;
  },
  "what is counted as work, and what is not": () => {
    const work = layersOfBackbone.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
    const given = layersOfBackbone
      .filter(({ kind }) => kind === "conv")
      .reduce((sum, { shape }) => sum + shape.reduce((product, side) => product * side, 1), 0);
    assert.ok(page.includes(`${work.toLocaleString("en")} for all convolutions and the dense layer`));
    const millions = Math.round((work + 3 * given) / 1e6);
    return (
      `The convolutions give out ${given.toLocaleString("en")} numbers; three operations for each, two of normalisation ` +
      `and one of ReLU6, would make ${millions} million`
    );
  },
};

describe("docs/errata.md", () => {
  for (const [about, sentence] of Object.entries(sentences)) {
    it(`says of the stored rows ${about}`, () => {
      assert.ok(page.includes(sentence()), `the page does not say: ${sentence()}`);
    });
  }
});
