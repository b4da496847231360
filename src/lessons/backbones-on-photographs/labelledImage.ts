import type { PixelImage } from "../../arithmetic/pixelImage.js";

/** An image and the number of its class. */
export interface LabelledImage {
  readonly image: PixelImage;
  readonly label: number;
}
