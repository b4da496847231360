import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { localisedShare, pointingShare } from "../../src/arithmetic/maps/localisation.js";
import { loadMnist } from "../../src/images/digits/mnist.js";
import { sceneSet } from "../../src/images/scenes/sceneSet.js";
import { shrink } from "../../src/lessons/class-activation-maps/drawing/shrink.js";
import { mappedAnswers } from "../../src/lessons/class-activation-maps/sceneMaps.js";
import { lessonOrder } from "../../src/lessons/order.js";
import { rowHash, type StoredRow } from "../../src/lessons/results/experiment.js";
import { loadTrained, trainedCard } from "../../src/networks/files/trained.js";
import { weightsHash } from "../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../src/networks/models/disposeModel.js";
import { evaluate } from "../../src/networks/training/evaluate.js";
import { read } from "../house/files.js";
import { allExperiments, allStored, shortestStored } from "./all.js";

/** What is measured for a set of images stands in a folder of its name, as a lesson's does. */
const sets = ["letters"];
const experiments = await allExperiments();
const stored = allStored();

describe("experiments", () => {
  for (const { id, rows, question } of experiments) {
    it(`${id} asks something and names each of its ${rows.length} rows differently`, () => {
      const [lesson, subject, more] = id.split("/");
      assert.ok([...lessonOrder, ...sets].some((name) => name === lesson) && more === undefined, id);
      assert.match(subject ?? "", /^[a-z-]+$/);
      assert.ok(question.length > 10, question);
      assert.ok(rows.length > 0, "there is no row");
      assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
      for (const { name, seed } of rows) {
        assert.ok(Number.isInteger(seed) && seed >= 1, name);
        assert.match(name, new RegExp(`, seed ${seed}$`));
      }
    });
  }

  it("each configuration comes with as many seeds as its neighbours, from 1 up", () => {
    for (const { id, rows } of experiments) {
      const seeds = new Map<string, number[]>();
      for (const { configuration, seed } of rows) {
        const key = JSON.stringify(configuration);
        seeds.set(key, [...(seeds.get(key) ?? []), seed]);
      }
      const lists = new Set([...seeds.values()].map((list) => list.join()));
      assert.equal(lists.size, 1, id);
      assert.match([...lists][0] ?? "", /^1,2,3/);
    }
  });
});

describe("stored results", () => {
  it("are there, each of an experiment", () => {
    assert.ok(stored.size > 0, "data/results is empty: npm run experiments");
    const ids = experiments.map(({ id }) => id);
    for (const [file, { id, question }] of stored) {
      assert.equal(id, file);
      assert.ok(ids.includes(id), `${file}.json belongs to no experiment`);
      assert.equal(question, experiments.find((each) => each.id === id)?.question);
    }
  });

  for (const [id, { rows, measuredAs }] of stored) {
    it(`${id}: every row fits its hash, and its experiment still sets the same`, () => {
      const wanted = experiments.find((each) => each.id === id)?.rows ?? [];
      assert.ok(rows.length > 0, "there is no row");
      for (const row of rows) {
        assert.equal(
          rowHash(measuredAs ?? id, row),
          row.sha256,
          `${row.name}: altered after it was measured`,
        );
        const { name, configuration, seed } = row;
        assert.deepEqual(
          wanted.find((each) => each.name === name),
          { name, configuration, seed },
          `${name} is not what the experiment would measure now`,
        );
      }
      const order = wanted.map(({ name }) => name).filter((name) => rows.some((row) => row.name === name));
      assert.deepEqual(
        rows.map(({ name }) => name),
        order,
        "each row once, in the experiment's order",
      );
    });

    it(`${id}: every row says what made it, and its numbers are numbers`, () => {
      for (const row of rows) {
        assert.match(row.commit, /^[0-9a-f]{40}$/);
        assert.match(row.weights, /^[0-9a-f]{64}$/);
        assert.ok(row.seconds > 0, `${row.name}: ${row.seconds} s`);
        assert.deepEqual(Object.keys(row.versions).sort(), ["convlab", "node", "tensorflow", "tfjs-node"]);
        for (const [name, value] of Object.entries(row.result)) {
          const numbers = [value].flat(2);
          assert.ok(numbers.length > 0 && numbers.every(Number.isFinite), `${row.name}: ${name}`);
          if (/accuracy/i.test(name))
            assert.ok(
              numbers.every((share) => share >= 0 && share <= 1),
              `${row.name}: ${name} ${numbers}`,
            );
        }
      }
      // A network that falls silent in its first steps may end as another does under another loss.
      const alive = rows.filter(({ result }) => Number(result.testAccuracy ?? 1) > 0.15);
      const weights = new Set(alive.map((row) => row.weights));
      assert.equal(weights.size, alive.length, "no two rows that learned end with the same weights");
    });
  }
});

describe("docs/letters.md", () => {
  it("says what is stored of the letters, every configuration in a row", () => {
    const page = read("docs/letters.md");
    const byName = new Map<string, StoredRow[]>();
    for (const row of stored.get("letters/networks")?.rows ?? []) {
      const name = row.name.replace(/, seed \d+$/, "");
      byName.set(name, [...(byName.get(name) ?? []), row]);
    }
    assert.ok(byName.size > 0, "nothing is stored: npm run experiments -- letters");
    for (const [name, rows] of byName) {
      const percent = (result: "trainAccuracy" | "testAccuracy") =>
        (rows.reduce((sum, row) => sum + 100 * Number(row.result[result]), 0) / rows.length).toFixed(1);
      const [first] = rows;
      const cells = [
        name,
        Number(first?.result.parameters).toLocaleString("en"),
        first?.configuration.epochs,
        rows.length,
        percent("trainAccuracy"),
        percent("testAccuracy"),
      ];
      assert.ok(page.includes(`| ${cells.join(" | ")} |`), cells.join(" | "));
    }
  });
});

describe("a stored row, measured once more", () => {
  it("the shortest one reaches its stored test accuracy within 0.02", { timeout: 300_000 }, async (t) => {
    const shortest = shortestStored();
    assert.ok(shortest, "data/results has no row: npm run experiments");
    const { id, row } = shortest;
    const found = experiments.find((each) => each.id === id);
    assert.ok(found, `${id} is no experiment`);
    const shares: number[] = [];
    const { name, configuration, seed } = row;
    const { result } = await found.run(
      { name, configuration, seed },
      { report: (share) => shares.push(share), keep: async () => {} },
    );
    const [before, now] = [row.result, result].map(({ testAccuracy }) => Number(testAccuracy));
    t.diagnostic(`${id}, ${name}: stored ${before}, again ${now}`);
    assert.ok(Math.abs((now ?? 0) - (before ?? 1)) <= 0.02, `${id}, ${name}: stored ${before}, again ${now}`);
    assert.deepEqual(Object.keys(result).sort(), Object.keys(row.result).sort());
    assert.ok(
      shares.length > 10 && shares.every((share, i) => share > (shares[i - 1] ?? 0)),
      `progress went ${shares.slice(0, 20)} …`,
    );
    assert.equal(shares.at(-1), 1);
  });
});

describe("trained weights", () => {
  it("mnist-cnn reach on the 10,000 test digits what their card and their stored row say", async () => {
    const card = await trainedCard("mnist-cnn");
    const row = stored.get("mnist-cnn/pixels")?.rows.find(({ name }) => name === "pixels 0 to 1, seed 1");
    assert.ok(row, "mnist-cnn/pixels has no such row: npm run experiments -- mnist-cnn/pixels");
    const { test } = await loadMnist();
    const model = await loadTrained("mnist-cnn");
    const { accuracy, loss } = await evaluate(model, test);
    assert.equal(weightsHash(model), row.weights);
    disposeModel(model);
    for (const testAccuracy of [card.testAccuracy, row.result.testAccuracy]) {
      assert.ok(Math.abs(accuracy - Number(testAccuracy)) <= 0.0005, `${testAccuracy}, now ${accuracy}`);
    }
    assert.ok(Math.abs(loss - Number(row.result.testLoss)) < 1e-3, `loss ${loss}`);
    assert.match(
      String(card.again),
      /^npm run experiments -- mnist-cnn\/pixels "pixels 0 to 1, seed 1" --again$/,
    );
  });

  it("drawing are those of its stored row, rounded to hundredths, and as good as its card says", async () => {
    const card = await trainedCard("drawing");
    const name = "8 and 16 filters, quarters, seed 1";
    const row = stored.get("class-activation-maps/drawing")?.rows.find((each) => each.name === name);
    assert.ok(
      row,
      `class-activation-maps/drawing has no such row: npm run experiments -- class-activation-maps/drawing "${name}"`,
    );
    const { test } = await loadMnist({ trainImages: 0 });
    const model = await loadTrained("drawing");
    const { accuracy } = await evaluate(model, shrink(test, 2));
    assert.equal(weightsHash(model), row.weights);
    for (const weights of model.getWeights()) {
      for (const value of weights.dataSync())
        assert.ok(Math.abs(100 * value - Math.round(100 * value)) < 1e-3);
    }
    disposeModel(model);
    for (const testAccuracy of [card.testAccuracy, row.result.testAccuracy]) {
      assert.ok(Math.abs(accuracy - Number(testAccuracy)) <= 0.0005, `${testAccuracy}, now ${accuracy}`);
    }
  });

  it("scenes-gap locates the digits of new scenes: right class and an overlap of half or more on 80%, the peak on 95%", async () => {
    const row = stored.get("class-activation-maps/heads")?.rows.find(({ name }) => name === "gap, seed 1");
    assert.ok(
      row,
      "class-activation-maps/heads has no such row: npm run experiments -- class-activation-maps/heads",
    );
    const { test } = await loadMnist({ trainImages: 1 });
    const { scenes, boxes } = sceneSet({ digits: test, number: 200, seed: 77 });
    const model = await loadTrained("scenes-gap");
    assert.equal(weightsHash(model), row.weights);
    const found = mappedAnswers(model, scenes).map(({ predicted, map }, index) => {
      const truth = boxes[index];
      assert.ok(truth);
      return { map, truth, right: predicted === scenes.labels[index] };
    });
    disposeModel(model);
    const localised = localisedShare(found, Number(row.result.chosenThreshold));
    assert.ok(localised >= 0.8, `localised ${localised}`);
    assert.ok(pointingShare(found) >= 0.95, `pointing ${pointingShare(found)}`);
  });
});
