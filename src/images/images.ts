/**
 * Images of one size with a label each. `pixels` holds count x height x width x channels bytes, image after image, row by row, the
 * channels of a pixel together; `labels` holds for each image the index of its class in `classes`.
 */
export interface Images {
  count: number;
  height: number;
  width: number;
  /** 1 is gray, 3 is red, green, blue. */
  channels: 1 | 3;
  pixels: Uint8Array;
  labels: Uint8Array | Uint16Array;
  classes: readonly string[];
}
