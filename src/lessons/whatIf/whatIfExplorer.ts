import { requireOptions } from "../../arithmetic/options.js";
import { requireIndex, requireWhole } from "../../arithmetic/whole.js";
import type { Figure } from "../../charts/figure.js";
import { withLogits } from "../../networks/maps/tapped.js";
import type { LayersModel } from "../../networks/tf.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { requireLight, requireSmall } from "../networkExplorer/limits.js";
import { picturesOf } from "../networkExplorer/pictureList.js";
import { type ExploredImage, pictureNumbers } from "../networkExplorer/pictures.js";
import { answerOf, movesBy } from "../networkExplorer/reading.js";
import { readStages } from "../networkExplorer/readStages.js";
import type { Stage } from "../networkExplorer/stage.js";
import { paintsOf } from "./paints.js";
import { patchAt, readingsOf } from "./readings.js";
import { tailOf } from "./tail.js";
import { whatIfSpecification } from "./whatIfSpecification.js";
import { whatIfWords } from "./whatIfWords.js";

/** What can be chosen about {@link whatIfExplorer}. */
export interface WhatIfOptions {
  /** Names of the classes. @default {their numbers, from 0} */
  readonly names?: readonly string[];
  /** The class whose map is shown first. @default {the one with the largest logit} */
  readonly classIndex?: number;
  /** What is painted with at first: the mean colour of the picture, or its darkest or brightest. @default {"mean"} */
  readonly with?: "mean" | "black" | "white";
  /** Pixels a side of the first cover and of the brush. @default {a quarter of the picture's shorter side} */
  readonly size?: number;
  /** Over the picture. @default {the name of the model} */
  readonly title?: string;
}

const action = "ask a network what if";

/**
 * What if this part of the picture were not there? A picture to paint over, beside it the map of a class and the logits of all,
 * before and after, with the differences. A first square covers the place where the map is strongest. It can be dragged
 * elsewhere, as a control of the same size; more can be covered and restored, strokes taken back, a result kept beside the next.
 * By mouse, finger or keyboard. Computed inside the specification, so it needs no kernel; at most 1 MB.
 *
 * The map is the class activation map where a network ends in a global average and one dense layer. For other ends a map of
 * the parts of the logit stands in: activation times how the logit changes with it. The words below the picture say which it is.
 *
 * @param model one that `networkExplorer` takes, which ends in one number for each class. It stays as it was
 * @param image one picture as the network takes it, as for `networkExplorer`
 * @throws {TypeError} if an option has another name, or the picture is none
 * @throws {RangeError} if the network has a layer of another kind, branches, ends in maps or is too large; the picture has another
 * size than it takes; names repeat or are not as many as classes; or there is no such class, paint or size
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 1 });
 * show(whatIfExplorer(await loadTrained("mnist-cnn"), pick(test, [0]), { with: "black" }));
 */
export function whatIfExplorer(
  model: LayersModel,
  image: ExploredImage,
  options: WhatIfOptions = {},
): Figure {
  requireOptions(action, options, ["names", "classIndex", "with", "size", "title"]);
  const [given] = readStages(model).stages;
  const pictures = picturesOf({ picture: pictureNumbers(image, given) });
  const { stages } = readStages(model, pictures.black < 0);
  requireSmall(model.name, stages);
  const tail = tailOf(model.name, stages);
  const answer = stages.at(-1) as Stage;
  const names = namesOf(answer, options.names);
  const paints = paintsOf(pictures, given);
  const { with: paint = "mean", title = model.name } = options;
  if (!Object.hasOwn(paints, paint)) {
    throw new RangeError(
      `Cannot ${action} with ${JSON.stringify(paint)}. Paint with one of ${Object.keys(paints).join(", ")}.`,
    );
  }
  const shorter = Math.min(given.rows, given.columns);
  const { size = Math.max(1, Math.round(shorter / 4)) } = options;
  requireWhole(
    action,
    { size },
    { from: 1, to: Math.max(2, Math.ceil(Math.max(given.rows, given.columns) / 2)) },
  );
  if (options.classIndex !== undefined) requireIndex(action, { classIndex: options.classIndex }, answer.maps);
  const asked = { stages, tail, pictures, names, paints, title };
  const maps = stages[tail.at] as Stage;
  const places = maps.rows * maps.columns;
  const firstOf = (logits: readonly number[]) =>
    options.classIndex ?? logits.indexOf(logits.reduce((most, logit) => Math.max(most, logit)));
  const blank = whatIfSpecification({
    ...asked,
    note: "",
    before: { logits: names.map(() => 0), maps: [0] },
    start: { className: names[0] as string, paint, dab: { row: 0, column: 0, size } },
  });
  const { before, after, dab } = readingsOf(blank, names, (read) => {
    const first = firstOf(read.logits);
    return patchAt(read.maps.slice(first * places, (first + 1) * places), maps, given, size);
  });
  const theirs = withLogits(model, () => answerOf(model, pictures.numbers[0] as number[], given, answer));
  const note = `weights are rounded to 18 bits: logits ${movesBy([before.logits], [theirs])}`;
  const first = firstOf(before.logits);
  const className = names[first] as string;
  const spec = whatIfSpecification({ ...asked, note, before, start: { className, paint, dab } });
  requireLight(model.name, spec);
  return explorerFigure(spec, {
    about:
      `A picture to paint over, and what the network ${model.name} makes of it: the map of one of ${names.length} classes and the logits, before ` +
      "and after. Inputs choose the class, what is painted with, whether the brush covers, restores or moves the cover, where it " +
      "is, and how many strokes are taken back; a result can be kept beside the next.",
    asDrawn:
      `rows ${spanOf(dab.row, size)} and columns ${spanOf(dab.column, size)} are painted over with ${paints[paint]?.said}, and the ` +
      `logit of ${className} goes from ${before.logits[first]?.toFixed(2)} to ${after[first]?.toFixed(2)}. The ${note} of TensorFlow's.`,
    words: whatIfWords(stages, tail.kind),
  });
}

/** The first and the last pixel of a square along an axis, from its middle. */
function spanOf(middle: number, size: number): string {
  const first = middle - Math.floor((size - 1) / 2);
  return `${first} to ${first + size - 1}`;
}

function namesOf(
  { maps }: Stage,
  names: readonly string[] = Array.from({ length: maps }, (_, at) => String(at)),
): readonly string[] {
  if (names.length !== maps) {
    throw new RangeError(
      `Cannot ${action}: there are ${names.length} names for ${maps} classes. Give one each.`,
    );
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return names;
  throw new RangeError(`Cannot ${action}: two classes are named "${twice}". Name each differently.`);
}
