import type { NetworkLayer } from "./networkLayer.js";

/** The seed from which a layer draws: the network's and the layer's number in one, so that no two layers draw the same. */
export function layerSeed(seed: number, layer: number): number {
  return 1000 * seed + layer;
}

/** The same for the last of a network's layers so far: of its first weights, or of the masks of dropout. */
export function seedOfLast(layers: readonly NetworkLayer[], seed: number): number {
  const last = layers.at(-1) as NetworkLayer;
  if (last.kind === "dropout") {
    // The first one has the network's own seed, from which stored results were measured.
    const count = layers.filter(({ kind }) => kind === "dropout").length;
    return count === 1 ? seed : layerSeed(seed, count);
  }
  const own = "seedNumber" in last ? last.seedNumber : undefined;
  return layerSeed(seed, own ?? layers.filter(({ kind }) => kind === "conv" || kind === "dense").length);
}
