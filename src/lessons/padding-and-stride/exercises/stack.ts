import { type AxisWindow, outputLength, receptiveField } from "../../../arithmetic/window.js";
import { formOf } from "../../exercise/answers/form.js";
import { isPlain } from "../../exercise/answers/named.js";
import { listIn, numberIn } from "../../exercise/answers/numbers.js";
import { mostSeen } from "../../exercise/checks/pixelsSeen.js";
import { valueText } from "../../exercise/checks/written.js";
import type { ExerciseContent } from "../../exercise/content.js";

const length = 28;
const limits = { layers: 5, kernel: 3, stride: 2, dilation: 2 };
const ask = "Give a list of layers, from the bottom: `[{ kernel: 3 }, { kernel: 3, stride: 2 }, …]`.";

type Fault = { readonly message: string };

export const stackThatSees: ExerciseContent = {
  title: "See the whole digit with small kernels",
  check(answer) {
    if (!Array.isArray(answer) || answer.length === 0)
      return { message: `${ask} This is ${formOf(answer)}.` };
    if (answer.length > limits.layers)
      return { message: `These are ${answer.length} layers. At most five are allowed.` };
    const layers: AxisWindow[] = [];
    let places = length;
    for (const [index, given] of answer.entries()) {
      const layer = layerIn(given, index + 1);
      if ("message" in layer) return layer;
      try {
        places = outputLength(places, layer);
      } catch (error) {
        return { message: `Layer ${index + 1}: ${(error as Error).message}` };
      }
      layers.push(layer);
    }
    return seenFault(layers) ?? true;
  },
  because:
    "Strides low in the stack make every layer above them add twice as much, and the last map must still have a number in whose view all pixels lie. Padding lies in the view as well, but it is no pixel.",
  hints: [
    "Five layers of 3x3 with stride 1 see 11. Which layer would have to double the jump, so that as many layers as possible profit?",
    "With stride 2 in each layer the sizes are 3, 7, 15, … And padding `same` keeps the map from running out of pixels. But count what is padding: the view of a number near the border hangs over it.",
  ],
  solution:
    'For instance five layers, whose last map has one place that sees all 28:\n```\nArray.from({ length: 5 }, () => ({ kernel: 3, stride: 2, padding: "same" }))\n```\nFour of these have a view of 31, but the two places on top see 27 and 16 pixels: the rest is padding. Four layers can do it without any padding, and three cannot:\n```\n[{ kernel: 2, stride: 2 }, { kernel: 2, stride: 2 },\n { kernel: 3, stride: 2 }, { kernel: 3 }]\n```\nTheir maps have 14, 7, 3 places and 1.',
};

/** A layer with the options that there are, within the limits. */
function layerIn(given: unknown, number: number): AxisWindow | Fault {
  if (!isPlain(given)) return { message: `${ask} Layer ${number} is ${formOf(given)}.` };
  const odd = Object.keys(given).find((name) => !["kernel", "stride", "dilation", "padding"].includes(name));
  if (odd !== undefined)
    return {
      message: `Layer ${number} has \`${odd}\`, which is not looked at. The options are kernel, stride, dilation and padding.`,
    };
  const { padding } = given;
  const numbers: Record<string, number> = {};
  for (const name of ["kernel", "stride", "dilation"] as const) {
    const value = given[name] === undefined && name !== "kernel" ? 1 : numberIn(given[name]);
    if (value === undefined)
      return { message: `Layer ${number}: its ${name} is ${formOf(given[name])}. Give a whole number.` };
    if (value > limits[name])
      return {
        message: `Layer ${number}: a ${name} of ${value} is too large, at most ${limits[name]} are allowed.`,
      };
    numbers[name] = value;
  }
  const { kernel = 1, stride = 1, dilation = 1 } = numbers;
  const sides = typeof padding === "string" ? padding : (numberIn(padding) ?? listIn(padding));
  return { kernel, stride, dilation, ...(padding === undefined ? {} : { padding: sides }) } as AxisWindow;
}

/** Lights the pixels one by one, as it were: which of them change the number on top that sees most? */
function seenFault(layers: readonly AxisWindow[]): Fault | undefined {
  const seen = mostSeen(length, layers);
  if (seen.size === length) return undefined;
  const [from, to] = [Math.min(...seen), Math.max(...seen)];
  const missing = Array.from({ length }, (_, pixel) => pixel).filter((pixel) => !seen.has(pixel));
  const start = `No number on top sees all ${length} pixels. The one that sees most depends on ${seen.size} of them`;
  const holes = missing.filter((pixel) => pixel > from && pixel < to);
  if (holes.length > 0)
    return {
      message: `${start}: between pixel ${from} and pixel ${to} it leaves out ${valueText(holes)}. A stride or a dilation steps over what no kernel below has gathered.`,
    };
  const { size } = receptiveField(length, layers);
  const strided = layers.some(({ stride = 1 }) => stride > 1);
  const advice = strided
    ? "A stride makes the layers above it count more: does yours stand low enough?"
    : "With stride 1 each layer adds only (kernel - 1) · dilation pixels.";
  return {
    message: `${start}, pixels ${from} to ${to}. ${size >= length ? `Its view is ${size} long, and the rest of it is padding.` : advice}`,
  };
}
