/**
 * The lessons in the order in which they are read. This is the only place that knows it: folders, results, experiments,
 * claims and exercises use the name, and `npm run lessons -- --renumber` writes the numbers that follow from it.
 */
export const lessonOrder = [
  "images-and-dense-layers",
  "how-a-network-learns",
  "convolution",
  "padding-and-stride",
  "channels-and-parameters",
  "pooling",
  "mnist-cnn",
  "what-training-needs",
  "lenet-5",
  "gap-vs-flatten",
  "class-activation-maps",
  "backbones-on-photographs",
  "what-you-can-do-now",
] as const;

export type LessonName = (typeof lessonOrder)[number];

/** The number a reader sees, such as `"02"`. */
export function lessonNumber(lesson: LessonName): string {
  return String(lessonOrder.indexOf(lesson) + 1).padStart(2, "0");
}
