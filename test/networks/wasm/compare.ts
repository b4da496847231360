// The same computation on "wasm" and on a backend that is right.
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { seeded } from "../../../src/arithmetic/random.js";
import { type Tensor, tf } from "../../../src/networks/tf.js";
import { setWasmBackend } from "../../../src/networks/wasm/setWasmBackend.js";

/** The folder of the package's .wasm files. */
export const files = dirname(fileURLToPath(import.meta.resolve("@tensorflow/tfjs-backend-wasm")));

export const startWasm = (): Promise<void> => setWasmBackend(files);

/** Tensors by their shapes, and what is computed of them. */
export interface Computation {
  readonly shapes: readonly (readonly number[])[];
  readonly seed: number;
  compute(...inputs: Tensor[]): Tensor;
}

/**
 * Small multiples of 1/8, so that sums of products are exact in float32 whatever their order, and results can be compared for equality.
 * Ties are frequent.
 */
export function eighths(shape: readonly number[], random: () => number): Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  const values = Float32Array.from({ length: count }, () => Math.floor(random() * 33 - 16) / 8);
  return tf.tensor(values, [...shape]);
}

/** What a backend finds: the result, and the gradient of a weighted sum of it for each input. */
export async function found(
  backend: string,
  { shapes, seed, compute }: Computation,
  gradients = true,
): Promise<number[][]> {
  assert.ok(await tf.setBackend(backend));
  return tf.tidy(() => {
    const random = seeded(seed);
    const inputs = shapes.map((shape) => eighths(shape, random));
    const result = compute(...inputs);
    const upstream = eighths(result.shape, random);
    const slopes = gradients ? tf.grads(compute)(inputs, upstream) : [];
    return [result, ...slopes].map((tensor) => Array.from(tensor.dataSync()));
  });
}

export interface Comparison {
  /** How far numbers may be apart, as a share of their size or, below 1, as it is. */
  room?: number;
  gradients?: boolean;
  /** Who is right: plain JavaScript has errors of its own. */
  right?: "cpu" | "tensorflow";
}

/** Fails unless WebAssembly finds the same as the backend that is right, and keeps neither a tensor nor numbers of its own. */
export async function assertSame(
  computation: Computation,
  { room = 0, gradients = true, right = "cpu" }: Comparison = {},
): Promise<void> {
  const expected = await found(right, computation, gradients);
  await tf.setBackend("wasm");
  const before = [tf.memory().numTensors, tf.backend().numDataIds()];
  const wasm = await found("wasm", computation, gradients);
  assert.deepEqual(
    wasm.map((values) => values.length),
    expected.map((values) => values.length),
  );
  for (const [index, values] of wasm.entries()) {
    const what = index === 0 ? "the result" : `the gradient of input ${index}`;
    for (const [place, value] of values.entries()) {
      const wanted = expected[index]?.[place] as number;
      const near =
        Object.is(value, wanted) || Math.abs(value - wanted) <= room * Math.max(1, Math.abs(wanted));
      assert.ok(near, `${what} is ${value} instead of ${wanted} at ${place}`);
    }
  }
  assert.deepEqual([tf.memory().numTensors, tf.backend().numDataIds()], before, "something is left behind");
}

/** Tries random cases; a failure tells seed and path, with which fast-check draws it again. */
export async function always<Case>(
  cases: fc.Arbitrary<Case>,
  numRuns: number,
  holds: (drawn: Case) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, holds), {
    numRuns,
    seed: 20,
    endOnFailure: true,
    includeErrorInReport: true,
  });
}
