import assert from "node:assert/strict";
import { test } from "node:test";
import { receptiveField } from "../../../../src/arithmetic/window.js";
import { mostSeen, pixelsSeen } from "../../../../src/lessons/exercise/checks/pixelsSeen.js";
import { tf } from "../../../../src/networks/tf.js";

const same = { kernel: 3, stride: 2, padding: "same" } as const;

test("pixelsSeen(length, layers) counts pixels, not the length of the view", () => {
  assert.deepEqual(
    pixelsSeen(28, [same, same, same, same]).map((each) => each.size),
    [27, 16],
  );
  assert.equal(receptiveField(28, [same, same, same, same]).size, 31, "the view itself is longer");
  assert.deepEqual([...mostSeen(5, [{ kernel: 2, dilation: 2 }])], [0, 2]);
  assert.deepEqual([...mostSeen(6, [{ kernel: 1, stride: 2 }, { kernel: 3 }])], [0, 2, 4]);
  assert.equal(mostSeen(28, [same, same, same, same, same]).size, 28);
});

test("pixelsSeen(length, layers) is what TensorFlow finds by lighting pixels one by one", () => {
  const layers = [
    { kernel: 3, stride: 2, padding: "same" },
    { kernel: 2, dilation: 2 },
    { kernel: 3, padding: "same" },
  ] as const;
  const seen = pixelsSeen(12, layers);
  for (let pixel = 0; pixel < 12; pixel++) {
    const reached = tf.tidy(() => {
      let line = tf
        .oneHot(tf.tensor1d([pixel], "int32"), 12)
        .cast("float32")
        .reshape([1, 12, 1]) as ReturnType<typeof tf.tensor3d>;
      for (const layer of layers) {
        const {
          kernel,
          stride = 1,
          dilation = 1,
          padding = "valid",
        } = { stride: 1, dilation: 1, padding: "valid" as const, ...layer };
        line = tf.conv1d(line, tf.ones([kernel, 1, 1]), stride, padding, "NWC", dilation);
      }
      return [...line.dataSync()].map((value) => value > 0);
    });
    assert.deepEqual(
      seen.map((each) => each.has(pixel)),
      reached,
      `pixel ${pixel}`,
    );
  }
});
