import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { SeededDropout } from "../../../src/networks/models/dropout.js";
import { layerFacts } from "../../../src/networks/models/inspect.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { fit } from "../../../src/networks/training/fit.js";
import { copyOfSources } from "../../lessons/results/sources.js";
import { drawn } from "../helpers.js";

const tiny = { filters: [2, 4], hiddenUnits: 8 } as const;

function predictions(model: LayersModel): number[] {
  return tf.tidy(() => {
    const images = tf.randomUniform([4, 28, 28, 1], 0, 1, "float32", 3);
    return Array.from((model.predict(images) as tf.Tensor).dataSync());
  });
}

describe("a model with SeededDropout", () => {
  it("model.save and tf.loadLayersModel bring back weights, rate and seed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "convlab-test-"));
    const before = tf.memory().numTensors;
    const model = mnistCnn({ ...tiny, dropout: 0.3, seed: 6 });
    await fit(model, drawn(20, 1, 28), { epochs: 1 });
    await model.save(tf.io.fileSystem(folder));
    const loaded = await tf.loadLayersModel(tf.io.fileSystem(join(folder, "model.json")));
    assert.equal(weightsHash(loaded), weightsHash(model));
    assert.deepEqual(layerFacts(loaded), layerFacts(model));
    assert.deepEqual(predictions(loaded), predictions(model));
    const dropout = loaded.getLayer("dropout");
    assert.ok(dropout instanceof SeededDropout, "the layer came back as its class");
    assert.deepEqual([dropout.rate, dropout.seed], [0.3, 6]);
    disposeModel(model);
    disposeModel(loaded);
    assert.equal(tf.memory().numTensors, before);
    rmSync(folder, { recursive: true });
  });
});

describe("saveTrained, loadTrained", async () => {
  const copy = copyOfSources();
  after(() => copy.remove());
  const { loadTrained, trainedCard } = await copy.load<
    typeof import("../../../src/networks/files/trained.js")
  >("src/networks/files/trained.ts");
  const { saveTrained } = await copy.load<typeof import("../../../src/networks/files/saveTrained.js")>(
    "src/networks/files/saveTrained.ts",
  );
  const stored = join(copy.folder, "data", "weights", "tiny");

  it("loadTrained(name) is what saveTrained stored: same weights, compiled, can learn on", async () => {
    const model = mnistCnn(tiny);
    await fit(model, drawn(20, 1, 28), { epochs: 1 });
    await saveTrained(model, "tiny", { seed: 1, epochs: 1, testAccuracy: 0.25 });
    const loaded = await loadTrained("tiny");
    assert.equal(weightsHash(loaded), weightsHash(model));
    assert.deepEqual(predictions(loaded), predictions(model));
    const { loss } = await fit(loaded, drawn(20, 1, 28), { epochs: 2 });
    assert.ok(loss.every(Number.isFinite), loss.join(" "));
    disposeModel(model);
    disposeModel(loaded);
  });

  it("trainedCard(name) has what was given, the name and the hash of the weights", async () => {
    const bytes = readFileSync(join(stored, "weights.bin"));
    assert.deepEqual(await trainedCard("tiny"), {
      name: "tiny",
      seed: 1,
      epochs: 1,
      testAccuracy: 0.25,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  });

  it("loadTrained(name) refuses altered weights, and a name that is not there", async () => {
    const file = join(stored, "weights.bin");
    const bytes = readFileSync(file);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await assert.rejects(loadTrained("tiny"), {
      name: "Error",
      message: "Cannot load tiny: its weights are not those on its card. Restore data/weights with git.",
    });
    rmSync(file);
    await assert.rejects(
      loadTrained("tiny"),
      /^Error: Cannot load tiny: its weights cannot be read\. Restore data\/weights with git\.$/,
    );
    for (const ask of [loadTrained, trainedCard]) {
      await assert.rejects(
        ask("nothing"),
        /^Error: Cannot find trained weights nothing: .*Restore it with git\.$/,
      );
    }
  });
});
