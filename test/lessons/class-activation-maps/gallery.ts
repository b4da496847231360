import { digitsFrom } from "../../../src/images/digits/digits.js";
import { evidenceMaps } from "../../../src/lessons/class-activation-maps/evidenceMaps.js";
import { sceneThresholdExplorer } from "../../../src/lessons/class-activation-maps/sceneThresholdExplorer.js";
import { thresholdExplorer } from "../../../src/lessons/class-activation-maps/thresholdExplorer.js";
import type { Example } from "../../charts/example.js";
import { inkNetwork } from "./inkNetwork.js";

const image = Array.from({ length: 8 }, (_, y) =>
  Array.from({ length: 8 }, (_, x) => (y >= 2 && y < 6 && x >= 3 && x < 6 ? 50 * y : 0)),
);
const truth = { top: 2, left: 3, bottom: 6, right: 6 };
const map = [
  [0, 1, 0, 0],
  [0, 4, 5, -1],
  [0, 3, 4, 0],
  [0.5, 0, 0, 2],
];

export const examples: readonly Example[] = [
  {
    name: "evidenceMaps",
    draw: () =>
      evidenceMaps(image, [map, map.map((row) => row.map((value) => -value))], {
        captions: ["a block", "its map", "turned round"],
        boxes: [[truth]],
        scale: 12,
      }),
    says: ["maps of 4 x 4, from -5 to 5", "white at zero"],
  },
  {
    name: "sceneThresholdExplorer",
    draw: () => {
      const model = inkNetwork(8);
      const set = { scenes: digitsFrom([image], [9]), boxes: [truth] };
      const figure = sceneThresholdExplorer(model, set, [0]);
      model.dispose();
      return figure;
    },
    says: ["a 9, scene 0", "2 x 2 reaches", "rows 2 to 5, columns 3 to 5"],
  },
  {
    name: "thresholdExplorer",
    draw: () => thresholdExplorer([{ name: "a block", image, map, truth }]),
    says: ["4 x 4 reaches 5", "rows 2 to 5, columns 3 to 5", "threshold 0.2, a block"],
  },
];
