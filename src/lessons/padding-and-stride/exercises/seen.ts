import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const seenByLab: ExerciseContent = {
  title: "What one number of lesson 07's network sees",
  check: numberCheck(
    16,
    [
      [14, "That is what the second convolution sees. A pooling follows, and it adds a neighbour."],
      [
        11,
        "This adds what each layer would add alone: 4, 1, 4 and 1. Above the first pooling the jump is two pixels, so the second 5x5 adds more.",
      ],
      [
        15,
        "Almost: after the first pooling the jump is two pixels, also for the second pooling, which adds a neighbour that far away.",
      ],
      [12, "Above a pooling the jump is two pixels of the image. How many does the second 5x5 add, then?"],
      [
        13,
        "That leaves the poolings out of the size. For the view each is a kernel of 2, and adds a neighbour.",
      ],
      [9, "Two 5x5 layers see 9 when nothing lies between them. Here a pooling does."],
      [
        20,
        "20 treats the poolings as factors of what is seen. They are factors of the jump: begin with 5, and add.",
      ],
      [24, "The jump is right, but the last pooling adds one neighbour, not a whole window."],
      [6, "That is after the first pooling. Two layers follow."],
      [28, "No number of that layer sees the whole digit. Count from the bottom: 5, then 6, …"],
      [256, "Only one axis is asked for."],
    ],
    "Go up layer by layer with two numbers: the size of what is seen, and the jump. A layer adds (kernel - 1) · jump.",
    { ask: "Give one number: pixels along one axis.", square: true },
  ),
  because:
    "1 + 4 = 5, then + 1 = 6; the jump is now 2, so + 4 · 2 = 14, and + 1 · 2. Even the numbers that go into the dense layers see only a part of the digit.",
  hints: [
    "Keep two numbers, size 1 and jump 1. A layer adds (kernel - 1) · jump to the size, then multiplies the jump by its stride.",
    "After the first convolution 5, after the first pooling 6 and a jump of 2. The second convolution adds 4 · 2.",
  ],
  solution:
    "1 → 5 → 6 → 14 → 16. By the library:\n```\nreceptiveField(28, [{ kernel: 5 }, { kernel: 2, stride: 2 }, { kernel: 5 }, { kernel: 2, stride: 2 }]).size\n```",
};
