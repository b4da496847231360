import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { everyNetwork } from "./everyNetwork.js";

// Stored results were measured from these weights: a network that starts from others no longer explains them.
const recorded: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL("initialWeights.json", import.meta.url), "utf8"),
);

describe("initial weights", () => {
  it("every network is recorded, and no other", () => {
    assert.deepEqual([...everyNetwork.keys()], Object.keys(recorded));
  });

  for (const [name, build] of everyNetwork) {
    it(`${name} starts from the weights on record, to the bit, and leaves nothing behind`, () => {
      const before = tf.memory().numTensors;
      for (const [seed, hash] of Object.entries(recorded[name] ?? {})) {
        const model = build(Number(seed));
        assert.equal(weightsHash(model), hash, `seed ${seed}`);
        disposeModel(model);
      }
      assert.equal(tf.memory().numTensors, before);
    });
  }
});
