import { type AxisWindow, outputLength, receptiveField } from "../../../arithmetic/window.js";
import type { ExerciseContent } from "../../exercise/content.js";

const length = 28;

export const stackThatSees: ExerciseContent = {
  title: "See the whole digit with small kernels",
  check(answer) {
    if (!Array.isArray(answer) || answer.length === 0 || !answer.every(isWindow))
      return {
        message: "Give a list of layers, from the bottom: `[{ kernel: 3 }, { kernel: 3, stride: 2 }, …]`.",
      };
    const layers = answer as AxisWindow[];
    if (layers.length > 5) return { message: `These are ${layers.length} layers. At most five are allowed.` };
    const large = layers.find(({ kernel }) => kernel > 3);
    if (large) return { message: `A kernel of ${large.kernel} is too large: at most 3 are allowed.` };
    const wide = layers.find(({ dilation = 1 }) => dilation > 2);
    if (wide) return { message: `A dilation of ${wide.dilation} is too large: at most 2 are allowed.` };
    const long = layers.find(({ stride = 1 }) => stride > 2);
    if (long) return { message: `A stride of ${long.stride} is too large: at most 2 are allowed.` };
    let places = length;
    for (const [index, layer] of layers.entries()) {
      try {
        places = outputLength(places, layer);
      } catch (error) {
        return { message: `Layer ${index + 1}: ${(error as Error).message}` };
      }
    }
    const { size } = receptiveField(length, layers);
    if (size >= length) return true;
    const strided = layers.some(({ stride = 1 }) => stride > 1);
    return {
      message: `One number on top sees ${size} of the ${length} pixels. ${
        strided
          ? "A stride makes the layers above it count more: does yours stand low enough?"
          : "With stride 1 each layer adds only (kernel - 1) · dilation pixels."
      }`,
    };
  },
  because:
    "Strides low in the stack make every layer above them add twice as much. That is how networks see a large image with small kernels.",
  hints: [
    "Five layers of 3x3 with stride 1 see 11. Which layer would have to double the jump, so that as many layers as possible profit?",
    "With stride 2 in each layer the sizes are 3, 7, 15, … And padding `same` keeps the map from running out of pixels.",
  ],
  solution:
    'For instance four layers, which see 31:\n```\nArray.from({ length: 4 }, () => ({ kernel: 3, stride: 2, padding: "same" }))\n```\nWithout stride, dilation 2 in each of five layers sees only 21.',
};

function isWindow(layer: unknown): layer is AxisWindow {
  return typeof layer === "object" && layer !== null && typeof (layer as AxisWindow).kernel === "number";
}
