import type { Matrix } from "../../arithmetic/matrix.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { requirePixels } from "../../arithmetic/pixelImage.js";
import { bytesPerImage, type ImageSet } from "../../images/images.js";
import { type Tensor, tf } from "../../networks/tf.js";
import type { MapSizes } from "./stage.js";

/**
 * One picture: rows of numbers, for colour rows of `[red, green, blue]`, or a tensor `[height, width, channels]` or `[1, height,
 * width, channels]`, all as the network takes them; or bytes, which become 0 to 1: a set of one image, or a decoded file.
 */
export type ExploredImage =
  | Matrix
  | readonly (readonly (readonly number[])[])[]
  | ImageSet
  | PixelImage
  | Tensor;

/** The numbers of a picture `[height, width, channels]`, the channels of a pixel together. */
interface Flat {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/**
 * The numbers of a picture as the network takes them, channel by channel.
 *
 * @throws {TypeError} if it is no picture
 * @throws {RangeError} if it has another size than the network takes, or a number is not finite
 */
export function pictureNumbers(image: ExploredImage, { maps, rows, columns }: MapSizes): number[] {
  const { shape, values } = flat(image);
  const wanted = [rows, columns, maps];
  if (shape.join() !== wanted.join()) {
    throw new RangeError(
      `Cannot explore a picture of ${shape.join("x")} numbers: the network takes ${wanted.join("x")} (height, width, channels). Resize it.`,
    );
  }
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) {
    throw new RangeError(`Cannot explore a picture with the number ${wrong}. Give finite numbers.`);
  }
  const plane = rows * columns;
  return values.map((_, index) => values[(index % plane) * maps + Math.floor(index / plane)] as number);
}

function flat(image: ExploredImage): Flat {
  if (image instanceof tf.Tensor) return ofTensor(image);
  if (Array.isArray(image)) return ofRows(image);
  if (typeof image === "object" && image !== null && "pixels" in image)
    return ofBytes(image as ImageSet | PixelImage);
  throw new TypeError(
    "Cannot explore this picture: it is no image. Give rows of numbers, one image of a set (pick(images, [0])) or a tensor.",
  );
}

function ofTensor(tensor: Tensor): Flat {
  const shape = tensor.shape.length === 4 && tensor.shape[0] === 1 ? tensor.shape.slice(1) : tensor.shape;
  return { shape, values: Array.from(tensor.dataSync<"float32">()) };
}

function ofRows(rows: Matrix | readonly (readonly (readonly number[])[])[]): Flat {
  const [first] = rows;
  const pixel = first?.[0];
  const channels = Array.isArray(pixel) ? pixel.length : 1;
  const even = rows.every(
    (row) =>
      Array.isArray(row) &&
      row.length === first?.length &&
      row.every((each) => (Array.isArray(each) ? each.length : 1) === channels),
  );
  if (!even || first === undefined) {
    throw new TypeError("Cannot explore this picture: its rows differ in length. Give rows of one length.");
  }
  return { shape: [rows.length, first.length, channels], values: rows.flat(2).map(Number) };
}

function ofBytes(image: ImageSet | PixelImage): Flat {
  const { height, width, channels = 1 } = image;
  if ("count" in image) {
    bytesPerImage(image, "explore a picture");
    if (image.count !== 1) {
      throw new RangeError(`Cannot explore ${image.count} images at once. Give one: pick(images, [0]).`);
    }
  } else requirePixels("explore a picture", image);
  return { shape: [height, width, channels], values: Array.from(image.pixels, (byte) => byte / 255) };
}
