/** Rows and columns, in this order. */
export type Pair = readonly [rows: number, columns: number];

/** How maps are told apart: their height and width, and how many there are. Rows of units are maps of one number. */
export interface MapSizes {
  readonly maps: number;
  readonly rows: number;
  readonly columns: number;
}

/** What bends a sum, by the name that layers give it. */
export type Bend =
  | "linear"
  | "relu"
  | "relu6"
  | "tanh"
  | "scaledTanh"
  | "sigmoid"
  | "elu"
  | "softplus"
  | "softmax";

/**
 * How a layer makes a number of the numbers below.
 *
 * - `given`: it is the picture.
 * - `sum`: weighted sum over a window of every map below. `each`: over the map of the same number only.
 * - `distance`: minus the squared differences from the weights. `average`, `max`: of a window of the same map.
 * - `move`: one number from another place, times a factor.
 */
export type Rule = "given" | "sum" | "each" | "distance" | "average" | "max" | "move";

/** One layer as the explorer computes it, with its numbers map by map, row by row. */
export interface Stage extends MapSizes {
  readonly name: string;
  /** What it does, in a few words. */
  readonly what: string;
  readonly rule: Rule;
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  /** Rows and columns of nothing around the maps below: above, left, below, right. */
  readonly around: readonly [top: number, left: number, bottom: number, right: number];
  /** For each map its weights: channel by channel, row by row. */
  readonly weights: readonly number[];
  /** One for each map, or none. */
  readonly biases: readonly number[];
  readonly bend: Bend;
  /** Of `move`: where the number comes from, an expression of Vega with `datum.map`, `row` and `column`; -1 is nowhere. */
  readonly source: string;
  /** Of `move`: the factor, what is added, and what stands where the source is nowhere. */
  readonly scaling: readonly [factor: number, shift: number, nowhere: number];
  /** Whether numbers below zero may come out. */
  readonly signed: boolean;
}

/** A stage that does nothing yet, to be filled in. */
export const plainStage = {
  kernel: [1, 1],
  stride: [1, 1],
  dilation: [1, 1],
  around: [0, 0, 0, 0],
  weights: [],
  biases: [],
  bend: "linear",
  source: "-1",
  scaling: [1, 0, 0],
} as const;

/** How many numbers a stage has. */
export const countOf = ({ maps, rows, columns }: MapSizes) => maps * rows * columns;

/** How many numbers below go into one number of a stage. */
export function partsOf({ rule, kernel }: Stage, below: MapSizes): number {
  if (rule === "move") return 1;
  return kernel[0] * kernel[1] * (rule === "sum" || rule === "distance" ? below.maps : 1);
}

/** Whether a number of a stage looks at every map below. */
export const seesAll = ({ rule }: Stage) => rule === "sum" || rule === "distance";
