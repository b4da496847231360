import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import { classesOf, type ImageSet } from "../../images/images.js";
import type { PredictedClass } from "../../networks/training/predict.js";

/** What was answered for one image. */
export interface Judged {
  readonly label: number;
  readonly answer: number;
  /** Probability of the class that was answered. */
  readonly answerShare: number;
  /** Probability of the true class; undefined where the answers do not name it. */
  readonly trueShare: number | undefined;
}

/** Every image with its answer, and the names of all classes that labels and answers tell apart. */
export interface JudgedSet {
  readonly names: readonly string[];
  readonly judged: readonly Judged[];
}

export const action = "open the confusion matrix";
/** More rows than this have no room. */
export const mostClasses = 60;

/**
 * The first answer for each image beside its label.
 *
 * @throws {RangeError} if there is no image, or not an answer for each; or labels and answers tell apart more than 60 classes
 */
export function judge(predictions: readonly (readonly PredictedClass[])[], images: ImageSet): JudgedSet {
  requireSome(action, "image", predictions);
  const { labels } = images;
  requireOneEach(action, { labels, predictions });
  const judged = predictions.map((answers, index) => {
    const [first] = answers;
    if (first === undefined) {
      throw new RangeError(`Cannot ${action}: image ${index} has no answer. Give at least one for each.`);
    }
    const label = labels[index] as number;
    const own = answers.find(({ classIndex }) => classIndex === label);
    return {
      label,
      answer: first.classIndex,
      answerShare: first.probability,
      trueShare: own?.probability,
    };
  });
  return { judged, names: namesOf(predictions, judged, images) };
}

/** What the images call their classes, and numbers for those that only the answers know. */
function namesOf(
  predictions: readonly (readonly PredictedClass[])[],
  judged: readonly Judged[],
  images: ImageSet,
): readonly string[] {
  const answered = predictions.reduce((most, { length }) => Math.max(most, length), 0);
  const largest = judged.reduce((most, { label, answer }) => Math.max(most, label, answer), 0);
  const said = images.classes ?? [];
  const without = said.length > 0 ? 0 : classesOf(images).length;
  const count = Math.max(answered, largest + 1, said.length, answered > 0 ? 0 : without);
  requireRoom(count);
  const names = Array.from({ length: count }, (_, index) => said[index] ?? String(index));
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin === undefined) return names;
  throw new RangeError(`Cannot ${action}: two classes are named ${twin}. Give each a name of its own.`);
}

/** @throws {RangeError} if there are more classes than have room */
export function requireRoom(count: number): void {
  if (count <= mostClasses) return;
  throw new RangeError(
    `Cannot ${action} of ${count} classes: it has room for ${mostClasses}. Take the images of fewer classes, or show report(model, images).`,
  );
}
