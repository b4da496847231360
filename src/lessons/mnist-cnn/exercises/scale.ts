import { formOf } from "../../exercise/answers/form.js";
import { numberIn } from "../../exercise/answers/numbers.js";
import type { ExerciseContent, Finding } from "../../exercise/content.js";
import { checkPrepare } from "./prepare.js";

export const pixelScale: ExerciseContent = {
  title: "Repair: a network that has gone blind in the test",
  check(answer) {
    return typeof answer === "function"
      ? checkPrepare(answer as (input: unknown) => unknown)
      : checkNumber(answer);
  },
  because:
    "The network was trained on pixels from 0 to 1, so it must be asked about pixels from 0 to 1: what is done to the training images is done to every image after them.",
  hints: [
    "Work out the largest pixel of the images that the network was trained on, and of those it was tested on.",
    "Training multiplied each byte by a number so that 255 became 1. The test images need the same number.",
  ],
  solution:
    "The test pixels were divided by 255 twice, so the whitest of them came to 0.004: to the network a blank page. Multiply by `1 / 255` once, as in training, or prepare them with\n```\nconst prepare = (pixels: number[]) => pixels.map((pixel) => pixel / 255);\n```\nOn `digits.test.pixels` itself write `Float32Array.from(pixels, (pixel) => pixel / 255)`: `map` on bytes gives bytes again.",
};

function checkNumber(answer: unknown): Finding {
  const scale = numberIn(answer);
  if (scale === undefined || !Number.isFinite(scale))
    return {
      message: `Give the scale as a number, or a function that prepares an array of pixels. This is ${formOf(answer)}.`,
    };
  const same = (wanted: number) => Math.abs(scale / wanted - 1) < 1e-3;
  if (same(1 / 255)) return true;
  if (same(255))
    return {
      message:
        "Times 255 makes the pixels larger still. The scale is what a byte is multiplied by: 255 must become 1.",
    };
  if (same(1 / 256))
    return {
      message:
        "Close, but 255 then becomes 0.996. A byte goes from 0 to 255, and the network was trained with 255 as 1.",
    };
  if (same(1 / 255 ** 2)) return { message: "That divides by 255 twice: it is the fault itself." };
  if (same(1))
    return {
      message:
        "A scale of 1 leaves the pixels at 0 to 255. The accuracy comes back, since the network mostly compares sums, and all of them grow alike; the loss does not: its answers are far too sure. In training 255 was 1.",
    };
  if (same(1 / 127.5)) return { message: "That brings 255 to 2. The network has seen nothing above 1." };
  if (same(1 / 128)) return { message: "That brings 255 to almost 2. The network has seen nothing above 1." };
  if (same(1 / 100)) return { message: "That brings 255 to 2.55. Which number brings it to 1?" };
  if (scale === 0.0039)
    return { message: "Nearly, but rounded: 255 then becomes 0.9945. A fraction needs no rounding." };
  return {
    message: `With this scale a pixel of 255 becomes ${Number((255 * scale).toPrecision(4))}. In training it was 1.`,
  };
}
