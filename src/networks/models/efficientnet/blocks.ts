import type { LayerSpec } from "../../../arithmetic/layerSpec.js";

/** One block of EfficientNet-Lite0: widen, look around within each channel, narrow again. */
export interface Block {
  /** From 0, as in the weights' names. */
  readonly index: number;
  readonly inputs: number;
  /** Channels in between: `inputs` times 6, in the first block times 1. */
  readonly wide: number;
  readonly outputs: number;
  readonly kernel: 3 | 5;
  readonly stride: 1 | 2;
  /** Whether its input is added to its output: where both have the same shape. */
  readonly residual: boolean;
}

/** Blocks in a row of one kind: the first changes size and channels. */
const stages = [
  { repeat: 1, kernel: 3, stride: 1, expand: 1, outputs: 16 },
  { repeat: 2, kernel: 3, stride: 2, expand: 6, outputs: 24 },
  { repeat: 2, kernel: 5, stride: 2, expand: 6, outputs: 40 },
  { repeat: 3, kernel: 3, stride: 2, expand: 6, outputs: 80 },
  { repeat: 3, kernel: 5, stride: 1, expand: 6, outputs: 112 },
  { repeat: 4, kernel: 5, stride: 2, expand: 6, outputs: 192 },
  { repeat: 1, kernel: 3, stride: 1, expand: 6, outputs: 320 },
] as const;

export const stemFilters = 32;
export const headFilters = 1280;
export const classCount = 1000;

/**
 * The 16 blocks of EfficientNet-Lite0: those of EfficientNet-B0 without squeeze-and-excitation.
 *
 * @see Table 1 of Tan and Le, *EfficientNet: rethinking model scaling for convolutional neural networks*, ICML 2019
 */
export const efficientNetLite0Blocks: readonly Block[] = stages
  .flatMap(({ repeat, ...stage }) =>
    Array.from({ length: repeat }, (_, index) => ({ ...stage, stride: index === 0 ? stage.stride : 1 })),
  )
  .map(({ expand, outputs, kernel, stride }, index, all) => {
    const inputs = all[index - 1]?.outputs ?? stemFilters;
    const residual = stride === 1 && inputs === outputs;
    return { index, inputs, wide: inputs * expand, outputs, kernel, stride: stride as 1 | 2, residual };
  });

/**
 * The convolutions, the pooling and the dense layer of EfficientNet-Lite0 in a row, for `layerTable`. Left out are residual
 * additions, which have nothing to learn, and batch normalisation, which learns two numbers a channel.
 */
export function efficientNetLite0Layers(): LayerSpec[] {
  const conv = (filters: number, kernel: number, stride = 1, groups = 1): LayerSpec => ({
    kind: "conv", filters, kernel, stride, groups, padding: "same", bias: false,
  }); // biome-ignore format: one line
  return [
    conv(stemFilters, 3, 2),
    ...efficientNetLite0Blocks.flatMap(({ inputs, wide, outputs, kernel, stride }) => [
      ...(wide === inputs ? [] : [conv(wide, 1)]),
      conv(wide, kernel, stride, wide),
      conv(outputs, 1),
    ]),
    conv(headFilters, 1),
    { kind: "globalAverage" },
    { kind: "dense", units: classCount },
  ];
}
