import { allNear } from "../../exercise/answers/compare.js";
import { listIn } from "../../exercise/answers/numbers.js";
import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

const asNumber = numberCheck(
  7,
  [
    [9, "Both channels are there. The bias is still to be added."],
    [5, "This adds the bias once for each channel. The two sums are added first, and the one bias follows."],
    [11, "The bias is -2, and this takes it away. It is added."],
    [1, "That is the first channel with the bias. The filter sees the second channel as well."],
    [4, "That is the second channel with the bias. The filter sees the first channel as well."],
    [3, "That is the first channel alone. Add the second, then the bias."],
    [6, "That is the second channel alone. Add the first, then the bias."],
    [16, "The two channels are added up, not multiplied."],
    [18, "The two channels are added up, not multiplied, and the bias follows."],
    [15, "Each kernel lies on the other channel. The first kernel belongs to the first channel."],
    [12, "Your kernels are turned by 180 degrees. A network lays them down as they are."],
  ],
  "Lay each kernel on the channel of its own: four products, then four more. Add all eight and the bias.",
  { ask: "Give one number: one filter at one place makes one." },
);

export const sumOverChannels: ExerciseContent = {
  title: "One filter over two channels",
  check(answer) {
    const list = Array.isArray(answer) ? listIn(answer) : undefined;
    return list?.length === 2 ? { message: pairMessage(list) } : asNumber(answer);
  },
  because:
    "Eight products and one bias make one number. What comes out has no trace of how many channels went in.",
  hints: [
    "Work on one channel at a time: which four products does its kernel make?",
    "The first channel gives 2·1 + 1·2 + 0·0 + (-1)·1. Do the same with the second, add the two, then the bias.",
  ],
  solution: "2 + 2 + 0 - 1 = 3 in the first channel, 3 + 0 - 1 + 4 = 6 in the second, and 3 + 6 - 2 = 7.",
};

function pairMessage(pair: readonly number[]): string {
  if (allNear(pair, [3, 6]) || allNear(pair, [1, 4])) {
    return "Each channel is right by itself. A filter adds its channels up: one number comes out, with one bias.";
  }
  return "A filter adds its channels up: one number comes out, not one for each channel.";
}
