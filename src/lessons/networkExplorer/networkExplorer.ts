import { requireOptions } from "../../arithmetic/options.js";
import type { Figure } from "../../charts/figure.js";
import { count } from "../../charts/format.js";
import type { LayersModel } from "../../networks/tf.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { isRow } from "./layout.js";
import { requireLight, requireSmall } from "./limits.js";
import { picturesOf, requireOwnNames } from "./pictureList.js";
import { type ExploredImage, pictureNumbers } from "./pictures.js";
import { answerOf, movesBy, readingsOf } from "./reading.js";
import { readStages } from "./readStages.js";
import { specification } from "./specification.js";
import { countOf, type Stage } from "./stage.js";
import { wordLines } from "./words.js";

/** What can be chosen about {@link networkExplorer}. */
export interface NetworkExplorerOptions {
  /** Names of the numbers of the answer. @default {their numbers, from 0} */
  names?: readonly string[];
  /** Further pictures to choose from, each by its name. @default {none} */
  images?: Readonly<Record<string, ExploredImage>>;
  /** Over the sheet. @default {the name of the model and how many weights it has} */
  title?: string;
}

const action = "explore a network";
const firstName = "the given picture";

/**
 * A whole network that has been trained, to touch: every layer on one sheet, drawn for one picture. A click on a layer shows its
 * maps larger, a click on a number the window it came from, its weights and the products behind it, summed over channels; a line
 * follows the largest part of each number back to a pixel. Another picture can be chosen, and one painted, by mouse, finger or
 * keyboard. Computed inside the specification, so it needs no kernel; at most 1 MB.
 *
 * The network is one chain of convolutions, dense layers, poolings, batch normalisation, activations, flatten, borders and the
 * layers of `lenet5`, with at most 120,000 weights. Dropout does nothing here and is left out. Weights are rounded to 18
 * bits; the figure says how far that moves the answers from TensorFlow's. Leaves no tensor behind, and the model as it was.
 *
 * @param image one picture as the network takes it: rows of numbers, for colour rows of `[red, green, blue]`, or a tensor `[height,
 * width, channels]` or `[1, height, width, channels]`; or bytes, which become 0 to 1: a set of one image or a decoded file
 * @throws {TypeError} if an option has another name, or a picture is none
 * @throws {RangeError} if the network has a layer of another kind, branches, several inputs or outputs, or is too large; or a picture
 * has another size than it takes, or there are not as many names as answers
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 2 });
 * const network = await loadTrained("mnist-cnn");
 * show(networkExplorer(network, pick(test, [0]), { images: { "a two": pick(test, [1]) } }));
 */
export function networkExplorer(
  model: LayersModel,
  image: ExploredImage,
  options: NetworkExplorerOptions = {},
): Figure {
  requireOptions(action, options, ["names", "images", "title"]);
  const { images = {} } = options;
  requireOwnNames(Object.keys(images), firstName);
  const [given] = readStages(model).stages;
  const all = Object.entries({ [firstName]: image, ...images });
  const pictures = picturesOf(
    Object.fromEntries(all.map(([name, each]) => [name, pictureNumbers(each, given)])),
  );
  const { stages, idle } = readStages(model, pictures.black < 0);
  requireSmall(model.name, stages);
  const answer = stages.at(-1) as Stage;
  const names = namesOf(answer, options.names);
  const { title = `${model.name}, ${count(model.countParams())} weights` } = options;
  const theirs = pictures.numbers.map((numbers) => answerOf(model, numbers, given, answer));
  const unit = isRow(answer) ? largest(theirs[0] as number[]) : 0;
  const back = stepsToWindow(stages);
  const explored = { stages, pictures, names, title, note: "", start: { unit, back, channel: 0 } };
  const readings = readingsOf(specification(explored), pictures.names, stages.length - 1);
  const moves = movesBy(
    readings.map((reading) => reading.answer),
    theirs,
  );
  const note = `weights are rounded to 18 bits: the answers ${moves}`;
  const channel = readings[0]?.channel ?? 0;
  const spec = specification({ ...explored, note, start: { unit, back, channel } });
  requireLight(model.name, spec);
  const left = idle.length === 0 ? "" : ` Left out, as it does nothing here: ${idle.join(", ")}.`;
  return explorerFigure(spec, {
    about:
      `The network ${model.name} on one sheet, layer by layer: ${stages
        .slice(1)
        .map(({ name }) => name)
        .join(", ")}. Inputs choose or ` +
      "paint a picture, choose a layer and a number in it, and follow its largest parts back; below are the layer's maps, the " +
      `window of the number and the products behind it.${left}`,
    asDrawn: drawnAs(answer, names, readings[0]?.answer ?? [], `${note} of TensorFlow's`),
    words: wordLines(stages, isRow(answer)),
  });
}

function namesOf(
  { maps }: Stage,
  names: readonly string[] = Array.from({ length: maps }, (_, at) => String(at)),
) {
  if (names.length === maps) return names;
  throw new RangeError(
    `Cannot ${action}: there are ${names.length} names for ${maps} answers. Give one each.`,
  );
}

const largest = (values: readonly number[]) => values.indexOf(values.reduce((a, b) => Math.max(a, b)));

/** From the answer back to the last layer whose windows have several places: there is most to see. */
function stepsToWindow(stages: readonly Stage[]): number {
  const at = stages.findLastIndex(({ rule, kernel }) => rule === "sum" && kernel[0] * kernel[1] > 1);
  return at < 1 ? 0 : stages.length - 1 - at;
}

/** The largest answers in a sentence. */
function drawnAs(stage: Stage, names: readonly string[], answer: readonly number[], note: string): string {
  const order = answer.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
  const said = order.slice(0, 3).map(({ value, at }) => `${names[at]}: ${value.toFixed(3)}`);
  const what = isRow(stage)
    ? `the largest answers are ${said.join(", ")}`
    : `the last layer has ${countOf(stage)} numbers`;
  return `of ${firstName} ${what}. The ${note}.`;
}
