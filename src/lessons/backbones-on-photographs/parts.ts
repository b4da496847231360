import type { Figure } from "../../charts/figure.js";
import { table } from "../../charts/figures/table.js";
import {
  efficientNetLite0Blocks,
  efficientNetLite0Layers,
} from "../../networks/models/efficientnet/blocks.js";
import { layerTable } from "../../networks/models/layerTable.js";

/** One part of the network, counted; a row for `table`. */
export type BackbonePart = {
  readonly part: "backbone" | "head";
  readonly takes: string;
  readonly gives: string;
  readonly parameters: number;
  readonly "multiply-adds": number;
};

/**
 * Backbone and head of EfficientNet-Lite0, counted by arithmetic: parameters with the two learned numbers that batch normalisation has for
 * each channel, and the multiply-adds of convolutions and the dense layer for a photograph of 224 x 224 pixels.
 *
 * @example
 * const [backbone, head] = backboneParts();
 * (backbone?.parameters ?? 0) + (head?.parameters ?? 0) // 4652008
 */
export function backboneParts(): readonly BackbonePart[] {
  const rows = layerTable({ height: 224, width: 224, channels: 3 }, efficientNetLite0Layers());
  const [trunk, head] = [rows.slice(0, -1), rows.slice(-1)];
  const sum = (of: typeof rows, what: "parameters" | "multiplyAdds") =>
    of.reduce((total, row) => total + row[what], 0);
  const normalised = trunk.filter(({ kind }) => kind === "conv").map(({ shape }) => 2 * (shape[2] as number));
  const normalisation = normalised.reduce((total, numbers) => total + numbers, 0);
  return [
    {
      part: "backbone",
      takes: "224 x 224 x 3",
      gives: "7 x 7 x 1280, then 1280 means",
      parameters: sum(trunk, "parameters") + normalisation,
      "multiply-adds": sum(trunk, "multiplyAdds"),
    },
    {
      part: "head",
      takes: "1280",
      gives: "1000 logits",
      parameters: sum(head, "parameters"),
      "multiply-adds": sum(head, "multiplyAdds"),
    },
  ];
}

/**
 * The 16 blocks of EfficientNet-Lite0, a row each. The first does not widen: it has a dash there.
 *
 * @example blockTable() // a table of 16 rows
 */
export function blockTable(): Figure {
  return table(
    efficientNetLite0Blocks.map(({ index, inputs, wide, kernel, stride, outputs, residual }) => ({
      block: index + 1,
      "channels in": inputs,
      "1x1: widened to": wide === inputs ? "-" : String(wide),
      "depthwise window": `${kernel} x ${kernel}, stride ${stride}`,
      "1x1: narrowed to": outputs,
      "input added": residual ? "yes" : "no",
    })),
  );
}
