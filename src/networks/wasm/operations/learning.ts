// The loss of a classifier, and Adam.
import { numbersOf, registered } from "../kernel.js";
import { floatsWith, type Operations, wholeNumbers } from "./operation.js";

export const learning: Operations = {
  Softmax({ backend }, logits) {
    const attrs = { dim: logits.shape.length - 1 };
    return registered("Softmax")({ backend, inputs: { logits }, attrs });
  },
  /** The loss of each row, and its gradient: probability less one for the label. */
  SparseSoftmaxCrossEntropyWithLogits({ backend }, logits, labels) {
    const [rows = 0, classes = 0] = logits.shape;
    const wanted = wholeNumbers(backend, labels);
    const scores = numbersOf(backend, logits);
    const [losses, slopes] = [new Float32Array(rows), new Float32Array(rows * classes)];
    for (let row = 0; row < rows; row++) {
      const some = scores.subarray(row * classes, (row + 1) * classes);
      const largest = some.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const powers = Array.from(some, (score) => Math.exp(score - largest));
      const sum = powers.reduce((a, b) => a + b, 0);
      const label = wanted[row] as number;
      losses[row] = Math.log(sum) - ((some[label] as number) - largest);
      for (const [place, power] of powers.entries())
        slopes[row * classes + place] = power / sum - Number(place === label);
    }
    return [floatsWith(backend, [rows], losses), floatsWith(backend, logits.shape, slopes)];
  },
  /** Moves a variable and both its moments. */
  ResourceApplyAdam({ backend }, ...inputs) {
    const [weights, first, second, power1, power2, ...rest] = inputs.map((each) => numbersOf(backend, each));
    const [rate, beta1, beta2, epsilon] = rest.slice(0, 4).map((each) => each[0] as number) as Four;
    const [w, m, v, g] = [weights, first, second, rest[4]] as Arrays;
    const step = (rate * Math.sqrt(1 - (power2?.[0] as number))) / (1 - (power1?.[0] as number));
    const [share1, share2] = [1 - beta1, 1 - beta2];
    for (let k = 0; k < w.length; k++) {
      const slope = g[k] as number;
      const mean = (m[k] as number) + (slope - (m[k] as number)) * share1;
      const square = (v[k] as number) + (slope * slope - (v[k] as number)) * share2;
      m[k] = mean;
      v[k] = square;
      w[k] = (w[k] as number) - (step * mean) / (Math.sqrt(square) + epsilon);
    }
    return [];
  },
};

type Four = [number, number, number, number];
type Arrays = [Float32Array, Float32Array, Float32Array, Float32Array];
