import { listIn } from "../../exercise/answers/numbers.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Logits 0, 0 and ln 2; the second species is right. */
export const slopesOfLogits: ExerciseContent = {
  title: "Which way the three answers should move",
  check: listCheck({
    wanted: [0.25, -0.75, 0.5],
    read: listIn,
    ask: "Give three slopes: `[…, …, …]`.",
    mistakes: [
      [[0.25, 0.25, 0.5], "Those are the probabilities. Take away what was wanted: 0, 1, 0."],
      [[-0.25, 0.75, -0.5], "The signs are turned round: that is the way downhill, and the slope points up."],
      [[0.25, 0.25, -0.5], "The third is the network's favourite. The right one is the second."],
      [[-0.75, 0.25, 0.5], "The right species is the second one, which has the index 1."],
      [[0, -0.75, 0], "The other two took three quarters of the probability. Their logits have slopes too."],
      [[0, -1, Math.LN2], "Softmax first: the logits are not probabilities."],
      [[0, -1, 0.69], "Softmax first: the logits are not probabilities."],
      [[0.3333, -0.6667, 0.3333], "Those would be the slopes of three equal logits. The third is larger by ln 2: its power is 2."],
      [[0.25, 0.75, 0.5], "The slope of the right one is its probability less 1: below zero."],
      [[0, -1.3863, 0], "The loss is -ln 0.25 = 1.386. Its slopes are asked for, one for each logit."],
    ],
    otherwise: (values) =>
      values.length === 3
        ? "Powers of e first: 1, 1 and 2. Share them out, then take 1 off the right species."
        : `There are three logits, so there are three slopes; this is ${values.length}.`,
  }), // biome-ignore format: pairs
  because:
    "The probabilities are 1/4, 1/4 and 2/4. Probability less wanted: the second logit should rise, the other two should fall, the third faster.",
  hints: [
    "What are e to the power of 0, 0 and ln 2? Divide each by their sum.",
    "The probabilities are 0.25, 0.25 and 0.5. The slope is the probability, less 1 for the right species.",
  ],
  solution: "Powers 1, 1, 2; probabilities 0.25, 0.25, 0.5; less 0, 1, 0: `[0.25, -0.75, 0.5]`.",
};
