import { disposeModel, tf } from "convlab";
import { experiment, noiseImages, positionReader, positionsOf, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";

const size = 48;
const batch = 8;
const testImages = 64;

/** For every distance from the upper or lower border, how much of the row's variance the network explains. */
export default experiment({
  id: "padding-and-stride/position",
  question:
    "Seven 5x5 convolutions on noise are asked for the row and column of every pixel: who tells them?",
  rows: grid(
    [
      { name: "zeros around", border: "zeros", steps: 500 },
      { name: "wrapped around", border: "wrap", steps: 500 },
    ],
    3,
  ),
  comparisons: [0, 23].map((distance) => ({
    first: "zeros around",
    second: "wrapped around",
    measure: `error in pixels, ${distance} pixels from the border`,
    of: ({ errorInPixels }) => (errorInPixels as number[])[distance] as number,
  })),
  async run({ configuration, seed }, context) {
    const steps = Number(configuration.steps);
    const model = positionReader({ border: configuration.border as "zeros" | "wrap", size, seed });
    const wanted = positionsOf(batch, size);
    for (let step = 0; step < steps; step++) {
      const noise = noiseImages(batch, size, 100_000 * seed + step);
      await model.trainOnBatch(noise, wanted);
      noise.dispose();
      context.report((step + 1) / steps);
    }
    const noise = noiseImages(testImages, size, 100_000 * seed + 99_999);
    const said = tf.tidy(() => model.predict(noise, { batchSize: batch }) as tf.Tensor4D);
    const answers = (await said.array()) as number[][][][];
    const result = explained(answers);
    tf.dispose([wanted, noise, said]);
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result };
  },
});

/** Both coordinates count: rows by their distance from top or bottom, columns by theirs from left or right. */
function explained(answers: number[][][][]): { rSquared: number[]; errorInPixels: number[] } {
  const squares = new Array<number>(size / 2).fill(0);
  const absolute = new Array<number>(size / 2).fill(0);
  const unit = (size - 1) / 2; // pixels for 1 on the scale from -1 to 1
  for (const image of answers) {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        for (const [axis, place] of [row, column].entries()) {
          const distance = Math.min(place, size - 1 - place);
          const error = place - unit - unit * (image[row]?.[column]?.[axis] as number);
          squares[distance] = (squares[distance] as number) + error * error;
          absolute[distance] = (absolute[distance] as number) + Math.abs(error);
        }
      }
    }
  }
  const count = answers.length * size * 4; // two coordinates, two borders
  return {
    // Whoever knows nothing says the middle, and is off by `unit - distance` pixels.
    rSquared: squares.map((sum, distance) => 1 - sum / count / (unit - distance) ** 2),
    errorInPixels: absolute.map((sum) => sum / count),
  };
}
