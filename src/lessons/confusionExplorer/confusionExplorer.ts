import { requireOptions } from "../../arithmetic/options.js";
import type { Figure } from "../../charts/figure.js";
import { count, percent } from "../../charts/format.js";
import { type ImageSet, requireSet } from "../../images/images.js";
import type { LayersModel } from "../../networks/tf.js";
import { answersOf } from "../../networks/training/answers.js";
import { type PredictedClass, predict } from "../../networks/training/predict.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { type Confusion, confusionSpecification, confusionWords } from "./confusionSpecification.js";
import { confusionStill } from "./confusionStill.js";
import { action, type JudgedSet, judge, mostClasses, requireRoom } from "./judged.js";
import { keepPictures } from "./keptPictures.js";
import { byTurns, filledCells } from "./openedCells.js";
import { isSmooth } from "./pictureMarks.js";

/** What can be chosen about {@link confusionExplorer}. */
export interface ConfusionExplorerOptions {
  /** Over the matrix. @default {how many images there are, and how many are right and wrong} */
  title?: string;
  /** Factor on the bytes of images, for a model. @default {1 / 255} */
  scale?: number;
}

/**
 * A confusion matrix whose squares open: choose one by mouse, finger or from two lists, and see the images behind it, each with the
 * probability of the class answered and of the true one; a mistake shows the surest first, what is right the least sure. Computed
 * inside the specification, so it needs no kernel; at most 1 MB, and it says how many of how many images it holds. Counts are those
 * of `report`. Large images are shown reduced. Leaves no tensor behind.
 *
 * @param answers a network that tells classes apart, or what `predict` says of the images; ask it for as many classes as there are
 * (`top`), or the probability of the true class is not known
 * @param images up to 60 classes, gray or colour, of any size
 * @throws {TypeError} if an option has another name, the network does not tell classes apart one by one, or these are no images
 * @throws {RangeError} if the network does not take such images, there is no image, not an answer for each, more than 60 classes,
 * or two share a name
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 500 });
 * show(await confusionExplorer(await loadTrained("mnist-cnn"), test));
 */
export async function confusionExplorer(
  answers: LayersModel | readonly (readonly PredictedClass[])[],
  images: ImageSet,
  options: ConfusionExplorerOptions = {},
): Promise<Figure> {
  requireOptions(action, options, ["title", "scale"]);
  if (typeof images !== "object" || images === null || !("pixels" in images)) {
    throw new TypeError(`Cannot ${action}: these are no images. Give Digits or Images.`);
  }
  requireSet(images, action);
  const predictions = Array.isArray(answers)
    ? (answers as readonly (readonly PredictedClass[])[])
    : await answersFor(answers as LayersModel, images, options.scale);
  const set = judge(predictions, images);
  const confusion = confusionOf(set, images, options.title);
  const spec = confusionSpecification(confusion);
  const told = {
    about:
      `A confusion matrix of ${set.names.length} classes whose squares open: lists choose the true and the answered class, a slider one of ` +
      "the images behind, each with the probability of both.",
    asDrawn: drawnAs(confusion),
    words: confusionWords,
  };
  return explorerFigure(spec, told, (description, note) =>
    confusionStill(spec, description, note, isSmooth(confusion.size)),
  );
}

async function answersFor(model: LayersModel, images: ImageSet, scale: number | undefined) {
  const { kind, classes } = answersOf(model);
  if (kind === "numbers" || kind === "several") {
    throw new TypeError(
      `Cannot ${action} of ${model.name}: it does not give one class for each image. Give a network that does.`,
    );
  }
  requireRoom(classes);
  return predict(model, images, { scale, top: mostClasses });
}

/** Everything that the specification holds: the most frequent mistake is open, or the first class where all is right. */
function confusionOf(set: JudgedSet, images: ImageSet, title?: string): Confusion {
  const { names, judged } = set;
  const cells = filledCells(set);
  const arranged = (kept: ReadonlySet<number>) =>
    cells.flatMap(({ images: inside }) => inside.filter((image) => kept.has(image)));
  const { indices, sheets, size } = keepPictures(images, byTurns(cells), arranged);
  const there = new Set(indices);
  const zeros = () => new Array<number>(names.length ** 2).fill(0);
  const [counts, kept, starts] = [zeros(), zeros(), zeros()];
  let start = 0;
  for (const { at, images: inside } of cells) {
    counts[at] = inside.length;
    kept[at] = inside.filter((image) => there.has(image)).length;
    starts[at] = start;
    start += kept[at] as number;
  }
  const short = (share: number | undefined) => (share === undefined ? -1 : Number(share.toPrecision(4)));
  const pictures = indices.map((image) => {
    const { answerShare, trueShare } = judged[image] as JudgedSet["judged"][number];
    return `${image} ${short(answerShare)} ${short(trueShare)}`;
  });
  const open = mistakesOf({ names, counts })[0]?.at ?? cells[0]?.at ?? 0;
  const wrong = judged.filter(({ label, answer }) => label !== answer).length;
  const right = judged.length - wrong;
  return {
    ...{ names, counts, kept, starts, pictures, sheets, size },
    title:
      title ??
      `${count(judged.length)} images: ${percent(right / judged.length)} right, ${count(wrong)} wrong`,
    start: { row: Math.floor(open / names.length), column: open % names.length },
  };
}

/** The squares beside the diagonal, the fullest first. */
function mistakesOf({ names, counts }: Pick<Confusion, "names" | "counts">) {
  return counts
    .map((size, at) => ({ size, at }))
    .filter(({ size, at }) => size > 0 && at % (names.length + 1) !== 0)
    .sort((a, b) => b.size - a.size);
}

function drawnAs(confusion: Confusion): string {
  const { names, counts, kept } = confusion;
  const sum = (values: readonly number[], wanted: (at: number) => boolean) =>
    values.reduce((total, value, at) => (wanted(at) ? total + value : total), 0);
  const isRight = (at: number) => at % (names.length + 1) === 0;
  const all = sum(counts, () => true);
  const right = sum(counts, isRight);
  const mistakes = mistakesOf(confusion);
  const worst = mistakes
    .slice(0, 3)
    .map(
      ({ at, size }) =>
        `${names[Math.floor(at / names.length)]} taken for ${names[at % names.length]} (${count(size)})`,
    );
  const often = worst.length === 0 ? "" : ` Most frequent: ${worst.join(", ")}.`;
  const wrongKept = sum(kept, (at) => !isRight(at));
  const mistakesHere =
    all === right ? "" : ` Of the mistakes ${count(wrongKept)} of ${count(all - right)} can be looked at.`;
  const rightHere =
    right === 0 ? "" : ` Of what is right ${count(sum(kept, isRight))} of ${count(right)} can be looked at.`;
  return `${count(all)} images, ${percent(right / all)} right, ${count(all - right)} wrong.${often}${mistakesHere}${rightHere}`;
}
