import {
  first,
  leading,
  margins,
  pair,
  perAxis,
  sliding,
  transposed,
  type Use,
  wholeMaps,
} from "./layerUse.js";
import { cropped, enlarged, joined, type View } from "./layerViews.js";

interface Rule {
  /** As `layerTable` names it. @default {the class, with a small letter first} */
  kind?: string;
  view(use: Use): View;
  /** Products for one image. @default {none} */
  multiplyAdds?(use: Use): number;
}

const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1);
/** How many numbers the weights of a layer without biases hold. */
const kernels = ({ layer }: Use) =>
  layer.weights
    .filter(({ shape }) => shape.length > 1)
    .reduce((sum, { shape }) => sum + product(shape as number[]), 0);
const places = ([height = 1, width = 1]: readonly number[]) => height * width;

const pointwise: Rule = { view: first };
/** Each number as it is, or put together with its namesakes of other ways. */
const together: Rule = {
  view: ({ inputs }) => ({
    rows: joined(inputs.map(({ rows }) => rows)),
    columns: joined(inputs.map(({ columns }) => columns)),
  }),
};
const overPlaces = (use: Use) => kernels(use) * places(use.outputShape);
const convolution: Rule = { view: (use) => sliding(use, use.config.kernelSize), multiplyAdds: overPlaces };
const pooling: Rule = {
  view: (use) => sliding(use, use.config.poolSize, pair(use.config.poolSize)),
};
/** Along the last axis, at every place of a map alike. */
const dense: Rule = {
  view: (use) => (use.inputShape.length === 1 ? wholeMaps(use) : first(use)),
  multiplyAdds: ({ inputShape, outputShape }) => product(outputShape) * (inputShape.at(-1) as number),
};

/** What is known about a class of layers, by the name of the class. */
export const layerRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["Conv2D", { ...convolution, kind: "conv" }],
  ["DepthwiseConv2D", convolution],
  ["SeparableConv2D", convolution],
  [
    "ConnectedConvolution",
    {
      ...convolution,
      view: (use) => sliding({ ...use, config: { ...use.config, padding: "valid" } }, use.config.kernelSize),
    },
  ],
  ["Conv2DTranspose", { view: transposed, multiplyAdds: (use) => kernels(use) * places(use.inputShape) }],
  ["MaxPooling2D", { ...pooling, kind: "maxPool" }],
  ["AveragePooling2D", { ...pooling, kind: "averagePool" }],
  ["Subsampling", { view: (use) => sliding({ ...use, config: { strides: 2, padding: "valid" } }, 2) }],
  ["GlobalAveragePooling2D", { kind: "globalAverage", view: wholeMaps }],
  ["GlobalMaxPooling2D", { kind: "globalMax", view: wholeMaps }],
  ["ZeroPadding2D", { kind: "zeroPadding", view: (use) => margins(use, leading(use.config.padding)) }],
  ["Frame", { view: (use) => margins(use, [2, 2]) }],
  [
    "Cropping2D",
    {
      view: (use) =>
        perAxis(use, (below, length, axis) => cropped(below, length, leading(use.config.cropping)[axis])),
    },
  ],
  [
    "UpSampling2D",
    {
      view: (use) =>
        perAxis(use, (below, length, axis) => {
          const stride = pair(use.config.size, [2, 2])[axis];
          return enlarged(below, length, { kernel: stride, stride, cut: 0 });
        }),
    },
  ],
  ["Flatten", { kind: "flatten", view: first }],
  ["Dense", { ...dense, kind: "dense" }],
  ["GaussianConnections", dense],
  ["SeededDropout", { ...pointwise, kind: "dropout" }],
  ...[
    "Activation",
    "ReLU",
    "LeakyReLU",
    "PReLU",
    "ELU",
    "ThresholdedReLU",
    "Softmax",
    "Dropout",
    "SpatialDropout2D",
    "AlphaDropout",
    "GaussianNoise",
    "GaussianDropout",
    "BatchNormalization",
    "LayerNormalization",
    "Rescaling",
  ].map((name): [string, Rule] => [name, pointwise]),
  ...["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate"].map(
    (name): [string, Rule] => [name, together],
  ),
]);
