import type { NetworkLayer } from "./networkLayer.js";

/** Kinds of which a network usually has several: numbered from 1. Both poolings count as one. */
const numbered = new Map([
  ["conv", "conv"],
  ["maxPool", "pool"],
  ["averagePool", "pool"],
  ["dense", "dense"],
]);

/**
 * The name of the last of these layers: its own, or `conv1`, `pool1`, `dense1` and so on; of other kinds the first goes by
 * its kind, and the second is `dropout2`.
 */
export function layerName(layers: readonly NetworkLayer[]): string {
  const { name, kind } = layers.at(-1) as NetworkLayer;
  if (name !== undefined) return name;
  const stem = numbered.get(kind) ?? kind;
  const count = layers.filter((layer) => (numbered.get(layer.kind) ?? layer.kind) === stem).length;
  return count === 1 && !numbered.has(kind) ? kind : `${stem}${count}`;
}
