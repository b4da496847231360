import assert from "node:assert/strict";
import { test } from "node:test";
import * as tfjsNode from "@tensorflow/tfjs-node";
import { tf } from "../../src/networks/tf.js";
import type { TfjsNode } from "../../src/networks/tfjsNode.js";

// What the package itself declares must be what we tell of it: TypeScript checks this line.
const real: TfjsNode = tfjsNode;

test("tf is all that @tensorflow/tfjs-node gives, each the same thing", () => {
  assert.equal(tf.node, real.node);
  assert.equal(tf.io, real.io);
  assert.equal(tf.version, real.version);
  const ofModules = ["default", "module.exports", "__esModule"];
  const names = Object.keys(tfjsNode).filter((name) => !ofModules.includes(name));
  const here: Record<string, unknown> = { ...tf };
  const there: Record<string, unknown> = { ...tfjsNode };
  assert.deepEqual(
    names.filter((name) => here[name] !== there[name]),
    [],
  );
});
