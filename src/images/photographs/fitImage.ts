import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { cropImage } from "./cropImage.js";
import { resizeImage } from "./resizeImage.js";

/** `stretch`: the whole picture, squeezed where its shape is another. `crop`: its middle in the right shape. */
export type Fit = "stretch" | "crop";

/** A picture brought to a size, whatever its shape. */
export function fitImage(
  picture: PixelImage,
  { height, width }: { height: number; width: number },
  fit: Fit,
): PixelImage {
  const part = fit === "crop" ? cropImage(picture, middleOf(picture, height / width)) : picture;
  return resizeImage(part, { height, width });
}

/** The largest part of a picture with that height for each pixel of width, from its middle. */
function middleOf(picture: PixelImage, shape: number) {
  const height = Math.max(1, Math.min(picture.height, Math.round(picture.width * shape)));
  const width = Math.max(1, Math.min(picture.width, Math.round(picture.height / shape)));
  const [top, left] = [Math.floor((picture.height - height) / 2), Math.floor((picture.width - width) / 2)];
  return { top, left, height, width };
}
