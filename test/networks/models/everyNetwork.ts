import { drawingCnn } from "../../../src/lessons/class-activation-maps/drawing/drawingCnn.js";
import { eightFilterCnn } from "../../../src/lessons/convolution/eightFilterCnn.js";
import { type Head, headCnn } from "../../../src/lessons/gap-vs-flatten/heads.js";
import { positionReader } from "../../../src/lessons/padding-and-stride/positionReader.js";
import { tightCnn } from "../../../src/lessons/padding-and-stride/tightCnn.js";
import { type Reduction, reductionCnn } from "../../../src/lessons/pooling/reductionCnn.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";
import type { LayersModel } from "../../../src/networks/tf.js";

/** One builder with the options that change what it builds. */
function variants<Build extends (options: never) => LayersModel>(
  build: Build,
  options: readonly NonNullable<Parameters<Build>[0]>[],
): [name: string, build: (seed: number) => LayersModel][] {
  return options.map((own: object) => [
    `${build.name} ${JSON.stringify(own)}`,
    (seed) => build({ ...own, seed } as never),
  ]);
}

const heads: readonly Head[] = ["flatten", "gap", "flattenDense", "gapDense", "globalMax", "classMaps"];
const reductions: readonly Reduction[] = [
  { kind: "none" },
  { kind: "max", size: 2, stride: 1 },
  { kind: "max", size: 3, stride: 2 },
  { kind: "max", size: 3, stride: 3 },
  { kind: "average", size: 2, stride: 2 },
  { kind: "stridedConvolution", stride: 2 },
];

/** Every network that the library builds from a seed, in each form that changes its layers. */
export const everyNetwork: ReadonlyMap<string, (seed: number) => LayersModel> = new Map([
  ...variants(mnistCnn, [{}, { dropout: 0.5 }, { filters: [8, 16], hiddenUnits: 16 }]),
  ...variants(mnistMlp, [
    {},
    { hiddenUnits: [] },
    { hiddenUnits: [20, 30] },
    { activation: "linear", hiddenUnits: [149] },
  ]),
  ...variants(eightFilterCnn, [
    {},
    { filters: "random" },
    { filters: "classical", length: 0.5 },
    { deeper: true },
    { deeper: true, filters: "classical" },
  ]),
  ...variants(tightCnn, [{ padding: "valid" }, { padding: "same" }, { padding: "image" }]),
  ...variants(positionReader, [{ border: "zeros" }, { border: "wrap", size: 32 }]),
  ...variants(
    reductionCnn,
    reductions.map((reduction) => ({ reduction })),
  ),
  ...variants(drawingCnn, [{}, { filters: [4], block: 14 }, { filters: [4, 6, 8], block: 2 }]),
  ...variants(
    headCnn,
    heads.flatMap((head) => [{ head }, { head, dropout: 0.25 }, { head, inputSize: 64 }]),
  ),
  ...variants(headCnn, [{}, { head: "gap", inputSize: "any" }, { head: "classMaps", inputSize: "any" }]),
  ...variants(headCnn, [
    { head: "gapDense", inputSize: "any", dropout: 0.5, hiddenUnits: 8, filters: [2, 3, 4, 5, 6] },
  ]),
  ...variants(lenet5, [
    {},
    { inputSize: 60 },
    { connections: "full" },
    { subsampling: "average", activation: "relu" },
    { subsampling: "max" },
    { output: "rbfLinear", learnCodes: true },
    { output: "softmax", activation: "relu", optimizer: "momentum" },
    { loss: "equation8" },
  ]),
]);
