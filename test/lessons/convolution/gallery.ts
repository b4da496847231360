import { kernelGallery } from "../../../src/lessons/convolution/kernelGallery.js";
import { multiplySumExplorer } from "../../../src/lessons/convolution/multiplySumExplorer.js";
import { photographThrough } from "../../../src/lessons/convolution/photographThrough.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "multiplySumExplorer",
    draw: () => multiplySumExplorer(),
    says: ["6x6 pixels", "vertical edges", "output row 0, column 2", "add up to 1"],
  },
  {
    name: "kernelGallery",
    draw: () => kernelGallery(),
    says: ["Eight kernels of 3x3", "sharpen, sum 1, wall 100", "laplacian, sum 0, wall 0"],
  },
  {
    name: "photographThrough-signed",
    draw: () => photographThrough(["sobelX", "sobelY"]),
    says: ["94 x 94"],
  },
  {
    name: "photographThrough-gray",
    draw: () => photographThrough(["boxBlur", "sharpen"]),
    says: ["A cat through the kernels boxBlur, sharpen"],
  },
];
