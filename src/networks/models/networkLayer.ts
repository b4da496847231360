import { perAxis } from "../../arithmetic/axes.js";
import type { LayerSpec } from "../../arithmetic/layerSpec.js";
import { requireWhole } from "../../arithmetic/whole.js";

const activations = ["linear", "relu", "sigmoid", "tanh", "softmax"] as const;
const starts = ["glorotUniform", "heUniform", "heNormal"] as const;

/** What bends the sums of a layer; `linear` leaves them as they are. */
export type Activation = (typeof activations)[number];

/** How the first weights of a layer are drawn: as Glorot and Bengio (2010) say, or wider, as He and others (2015) do. */
export type Start = (typeof starts)[number];

interface Named {
  /** Unlike all others of the network. @default {`conv1`, `pool1`, `dense1` and so on; `dropout`, a second one `dropout2`} */
  name?: string;
}

interface Weighted extends Named {
  /** What bends the sums. @default {"linear"} */
  activation?: Activation;
  /**
   * How the first weights are drawn. @default {`heUniform` with ReLU, which lets only half of the numbers through, else `glorotUniform`}
   */
  start?: Start;
  /** Which of the network's draws are its first weights. @default {1 for the first layer with weights, 2 for the next …} */
  seedNumber?: number;
}

type WeightedSpec = Extract<LayerSpec, { kind: "conv" | "dense" }>;

/** One layer as {@link cnn} builds it: what `layerTable` reads, a name, and for layers with weights how they bend and begin. */
export type NetworkLayer = (WeightedSpec & Weighted) | (Exclude<LayerSpec, WeightedSpec> & Named);

const weighted = ["bias", "activation", "start", "seedNumber"];
const pooling = ["size", "stride", "padding"];

/** What each kind can be told besides its kind and name. */
const settingsOf = new Map<LayerSpec["kind"], readonly string[]>([
  ["conv", ["filters", "kernel", "stride", "padding", "dilation", "groups", ...weighted]],
  ["maxPool", pooling],
  ["averagePool", pooling],
  ["zeroPadding", ["padding"]],
  ["dense", ["units", ...weighted]],
  ["dropout", ["rate"]],
  ["flatten", []],
  ["globalAverage", []],
  ["globalMax", []],
  ["softmax", []],
]);

/**
 * Refuses settings that the kind does not have, values that are not on their list, and what TensorFlow.js cannot train. Which kinds
 * there are, and whether the layer fits what is below, says `layerStep`.
 *
 * @throws {RangeError} if it has one of these
 */
export function requireSettings(layer: NetworkLayer): void {
  const { kind, name, ...settings } = layer ?? {};
  const known = settingsOf.get(kind);
  if (known === undefined) return;
  const unknown = Object.keys(settings).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new RangeError(`It has no setting ${unknown}. It takes ${["name", ...known].join(", ")}.`);
  }
  // The rule of TensorFlow.js for the names of weights, which begin with that of their layer.
  if (name !== undefined && !(typeof name === "string" && /^[A-Za-z0-9][-A-Za-z0-9._/]*$/.test(name))) {
    throw new RangeError(`Its name is ${JSON.stringify(name)}. Use letters, digits, -, _ and . only.`);
  }
  const { activation, start, seedNumber } = settings as Weighted;
  requireOneOf(activations, activation, "activation");
  requireOneOf(starts, start, "start");
  if (seedNumber !== undefined) requireWhole("draw its weights", { seedNumber }, { from: 0 });
  if (layer.kind === "conv") requireTrainable(layer);
}

function requireTrainable({ groups = 1, dilation = 1 }: Extract<NetworkLayer, { kind: "conv" }>): void {
  if (groups !== 1) {
    throw new RangeError(
      `TensorFlow.js has no convolution in groups, and groups is ${groups}. Leave it out: each filter then sees all channels.`,
    );
  }
  const { rows, columns } = perAxis(dilation);
  if (rows !== 1 || columns !== 1) {
    throw new RangeError(
      `TensorFlow.js cannot train a dilated convolution, and dilation is ${JSON.stringify(dilation)}. Leave it out: a larger kernel sees as far.`,
    );
  }
}

function requireOneOf(choices: readonly string[], value: string | undefined, setting: string): void {
  if (value === undefined || choices.includes(value)) return;
  throw new RangeError(`Its ${setting} is ${JSON.stringify(value)}. Use ${choices.join(", ")}.`);
}
