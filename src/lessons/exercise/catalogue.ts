import { type LessonName, lessonNumber, lessonOrder } from "../order.js";
import { exercisesOf } from "./all.js";
import type { ExerciseContent } from "./content.js";

/** The names of all exercises, in the order of the lessons. */
export function exercises(): string[] {
  return lessonOrder.flatMap((lesson) => exercisesOf[lesson].map((_, index) => `${lesson}.${index + 1}`));
}

/**
 * What an exercise holds, and its number as a reader sees it, such as 06.1.
 *
 * @throws {RangeError} if there is none of that name
 */
export function findExercise(id: string): { readonly content: ExerciseContent; readonly number: string } {
  const [, name, place] = /^(.*)\.(\d+)$/.exec(id) ?? [];
  const lesson: LessonName | undefined = lessonOrder.find((each) => each === name);
  const content = lesson && exercisesOf[lesson][Number(place) - 1];
  if (content) return { content, number: `${lessonNumber(lesson)}.${place}` };
  if (lesson) throw refusal(id, `${lesson} has ${exercisesOf[lesson].length}, as in "${lesson}.1"`);
  if (/^\d+$/.test(name ?? ""))
    throw refusal(id, `exercises go by their lesson's name, since numbers may change, as in "convolution.1"`);
  throw refusal(id, `the lessons are ${lessonOrder.join(", ")}, and an exercise is "convolution.1"`);
}

function refusal(id: string, wayOut: string): RangeError {
  return new RangeError(`Cannot find exercise ${JSON.stringify(id)}: ${wayOut}.`);
}
