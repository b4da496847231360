import { listIn } from "../../exercise/answers/numbers.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

const mistakes: readonly (readonly [wrong: readonly number[], message: string])[] = [
  [
    [12, 11, 3, 10],
    "Here each slope met the weights in the wrong order: the first input entered the first sum under the weight 2, not under 3. Turn the kernel, or hand each slope back through the weight that met the input.",
  ],
  [
    [8, -4, 12, 0],
    "That is what the first sum hands back. The second sum, with the slope 5, stands one input further to the right.",
  ],
  [[0, 10, -5, 15], "That is what the second sum hands back. Add what the first one does."],
  [
    [8, 10, 12, 15],
    "The inputs in the middle entered both sums: add what comes back from both, the -1 as well.",
  ],
  [
    [18, -9, 27],
    "That adds the two slopes first. They belong to two places of the window, one input apart, so four inputs get slopes.",
  ],
  [
    [3, 17],
    "That slides the slopes inside the kernel only. The kernel has two places on the row, so the row has four inputs.",
  ],
  [
    [2, 1, 2, 3],
    "That lets every sum hand back its weights. Each hands back its weights times its slope, 4 or 5.",
  ],
];

export const slopesBack: ExerciseContent = {
  title: "Slopes through a convolution, along a row",
  check: listCheck({
    wanted: [8, 6, 7, 15],
    read: (answer) => listIn(answer),
    ask: "Give four numbers in a list, one slope for each input.",
    mistakes,
    otherwise: (values) =>
      values.length === 4
        ? "Take one input after another: which sums did it enter, and under which weight? Add slope times weight over these sums."
        : "A kernel of three weights has two places on a row of four inputs. Give a slope for each of the four.",
  }),
  because:
    "The first input entered the first sum only, under 2: 4 · 2 = 8. The second entered both: 4 · (-1) + 5 · 2 = 6. The third: 4 · 3 + 5 · (-1) = 7. The last: 5 · 3 = 15.",
  hints: [
    "The first sum stands on inputs 1 to 3, the second on inputs 2 to 4. Write the three weights under each, times its slope.",
    "First sum: 8, -4, 12, 0. Second sum: 0, 10, -5, 15. An input that entered both gets both.",
  ],
  solution: "8, -4, 12, 0 from the first sum and 0, 10, -5, 15 from the second come to `[8, 6, 7, 15]`.",
};
