import { codeOf, digitCodes } from "../../../networks/models/lenet/codes.js";
import type { ExerciseContent } from "../../exercise/content.js";

const codes = digitCodes.map(codeOf);
const eight = codes[8] as number[];
const [apart, changes] = [24, 16];

const differences = (a: readonly number[], b: readonly number[]) =>
  a.filter((value, index) => value !== b[index]).length;

export const ownEight: ExerciseContent = {
  title: "An 8 of your own",
  check(answer) {
    if (typeof answer !== "string")
      return { message: "Give the drawing as text: 12 lines of 7 signs, # or a dot." };
    const own = codeOf(answer);
    const changed = differences(own, eight);
    if (changed === 0) return { message: "That is our 8. It differs from the 5 in 21 places only." };
    if (changed > changes) {
      return {
        message: `This changes ${changed} of the 84 places of our 8. Stay within ${changes}, so that it stays an 8.`,
      };
    }
    const near = codes.flatMap((code, digit) => {
      const places = differences(own, code);
      return digit === 8 || places >= apart ? [] : [`the ${digit} in ${places}`];
    });
    if (near.length === 0) return true;
    return {
      message: `Too close still. It differs from ${near.join(" and from ")} places; ${apart} are wanted.`,
    };
  },
  because:
    "Codes that differ in more places lie further apart, four for each place, so that F6 may be further off before a neighbour is nearer. Whether that makes fewer mistakes is another question: train a network with `codes` and see.",
  hints: [
    "Our 8 is closest to the 5 and to the 0. Where do all three agree? A sign changed there moves the 8 away from both.",
    "Make the upper loop narrower than the lower one. Three lines are enough.",
  ],
  solution:
    "One of many: in lines 2, 3 and 4 write `.##.##.` for `##...##`. Twelve places change, the 5 is then 25 places away, the 0 26, and the nearest is the 3 with 24.",
};
