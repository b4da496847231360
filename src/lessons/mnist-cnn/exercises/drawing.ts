import { isWhole } from "../../../arithmetic/whole.js";
import { loadTrained } from "../../../networks/files/trained.js";
import { disposeModel } from "../../../networks/models/disposeModel.js";
import { type Tensor, tf } from "../../../networks/tf.js";
import { toInputs } from "../../../networks/training/inputs.js";
import { formOf } from "../../exercise/answers/form.js";
import { fieldsIn, type Names } from "../../exercise/answers/named.js";
import { numberIn } from "../../exercise/answers/numbers.js";
import { holesIn } from "../../exercise/checks/loops.js";
import { reasonOf } from "../../exercise/checks/trials.js";
import type { ExerciseContent, Finding } from "../../exercise/content.js";
import { textDigit } from "../textDigit.js";

/** A digit of fewer signs is a blot. */
const leastInk = 5;
/** How many fields of paper a digit can enclose, from 0 to 9; gaps may open them. */
const mostLoops = [1, 0, 1, 0, 1, 0, 1, 0, 2, 1];
const names: Names = [
  ["wanted", "digit", "label", "meant", "shows"],
  ["drawing", "art", "drawn", "text", "picture", "lines"],
];
const ask =
  "Pass what you drew and the drawing itself, as text: `{ wanted: 3, drawing: art }`, a digit from 0 to 9 and lines of # and dots.";

export const drawnDigit: ExerciseContent = {
  title: "A digit that you can read and the network cannot",
  check(answer) {
    const fields = fieldsIn(answer, names);
    if (fields === undefined) return { message: `${ask} This is ${formOf(answer)}.` };
    const meant = numberIn(fields[0]);
    const art = textIn(fields[1]);
    if (!isWhole(meant, { from: 0, to: 9 })) return { message: `${ask} \`wanted\` is ${formOf(fields[0])}.` };
    if (art === undefined) return { message: `${ask} \`drawing\` is ${formOf(fields[1])}.` };
    const ink = art.match(/[:+*#]/g)?.length ?? 0;
    if (ink > 0 && ink < leastInk)
      return {
        message: `This drawing has ${ink} ${ink === 1 ? "sign" : "signs"} of ink. Nobody reads a digit in that: draw one.`,
      };
    const rows = art.split(/\r?\n/).map((line) => [...line].map((sign) => /[:+*#]/.test(sign)));
    if (rows.filter((row) => row.includes(true)).length === 1)
      return {
        message: "All ink of this drawing lies in one row. Nobody reads a digit in a dash: draw one.",
      };
    const loops = holesIn(rows).length;
    if (loops > (mostLoops[meant] ?? 0))
      return {
        message: `This drawing encloses ${loops} ${loops === 1 ? "field" : "fields"} of paper, and a ${meant} has ${mostLoops[meant] === 0 ? "none" : `${mostLoops[meant]} at most`}. Is it a ${meant}?`,
      };
    return readingOf(meant, art);
  },
  because:
    "The network knows digits as people write them in ink, about as wide as high. Say in a line which of these habits your drawing broke, and check by mending only that. Whether one can read it, only people can say: show it to somebody.",
  hints: [
    "textDigit centres and scales for you, so place and size do not matter. What else do all digits of MNIST have in common?",
    "Draw a 0 that is read well. Then make it wider and flatter, a column at a time, and see when the answer changes.",
  ],
  solution:
    "There are many. A 0 of ten columns and three rows is read wrongly:\n```\n{ wanted: 0, drawing: `\n.########.\n#........#\n.########.` }\n```",
};

/** A drawing in one text, also from lines. */
function textIn(drawing: unknown): string | undefined {
  if (typeof drawing === "string") return drawing;
  return Array.isArray(drawing) && drawing.every((line) => typeof line === "string")
    ? drawing.join("\n")
    : undefined;
}

/** What the stored network of the lesson reads in a drawing. */
async function readingOf(meant: number, art: string): Promise<Finding> {
  let digit: ReturnType<typeof textDigit>;
  try {
    digit = textDigit(art);
  } catch (error) {
    return { message: reasonOf(error) };
  }
  const network = await loadTrained("mnist-cnn");
  const scores = tf.tidy(() => (network.predict(toInputs(digit)) as Tensor).dataSync());
  disposeModel(network);
  const surest = Math.max(...scores);
  const sure = `${Math.round(100 * surest)}%`;
  if (scores.indexOf(surest) !== meant) return true;
  return {
    message: `The network reads this ${meant} as you do, ${sure} sure. Draw it much wider than high, with strokes of a single pixel, or leave gaps in it.`,
  };
}
