import { requireOptions } from "../../arithmetic/options.js";
import { isWhole, requireWhole } from "../../arithmetic/whole.js";
import { bytesPerImage, type Digits, type ImageSet, requireGray } from "../../images/images.js";
import { base64 } from "../../platform/base64.js";
import { type Control, PageControl, requireLabel } from "./control.js";

/** What can be chosen about {@link canvas}. */
export interface CanvasOptions {
  /** Rows of pixels, 1 to 128. @default {28, or that of `start`} */
  readonly height?: number;
  /** Columns of pixels, 1 to 128. @default {28, or that of `start`} */
  readonly width?: number;
  /** The picture it begins with: a set of one gray image. @default {nothing is painted} */
  readonly start?: ImageSet;
  /** What stands above it. @default {"Paint here"} */
  readonly label?: string;
}

const action = "make a canvas";
const longest = 128;

/**
 * A black field to paint on in white, for `live`: by mouse, finger or keyboard, with three widths, an eraser, undo and clear. Its value is the
 * picture as `Digits` of count 1 (pixels from 0, black, to 255; label 0), which is what `predict` and `toInputs` take.
 *
 * @throws {TypeError} if an option has another name, the label is no text, or `start` is one picture and no set
 * @throws {RangeError} if a side is no whole number from 1 to 128, or `start` is in colour, of another size or more than one image
 * @example
 * const digit = canvas({ label: "Paint a digit" });
 * digit.value.pixels.length // 784
 */
export function canvas(options: CanvasOptions = {}): Control<Digits> {
  requireOptions(action, options, ["height", "width", "start", "label"]);
  const { start, label = "Paint here" } = options;
  const { height = start?.height ?? 28, width = start?.width ?? 28 } = options;
  requireWhole(action, { height, width }, { from: 1, to: longest });
  requireLabel(action, label);
  if (start !== undefined) requireStart(start, height, width);
  const pixels = start === undefined ? new Uint8Array(height * width) : Uint8Array.from(start.pixels);
  return new PageControl<Digits>(label, { kind: "canvas", height, width }, painted(height, width, pixels), {
    pack: (value) => base64(value.pixels),
    unpack: (sent) => {
      const bytes = bytesOf(sent);
      return bytes?.length === height * width ? painted(height, width, bytes) : undefined;
    },
  });
}

function painted(height: number, width: number, pixels: Uint8Array): Digits {
  return { count: 1, height, width, pixels, labels: Uint8Array.of(0) };
}

function requireStart(start: ImageSet, height: number, width: number): void {
  bytesPerImage(start, action);
  requireGray(start, action);
  if (!isWhole(start.count, { from: 1, to: 1 })) {
    throw new RangeError(`Cannot ${action}: start has ${start.count} images. Give one: take(images, 0, 1).`);
  }
  if (start.height === height && start.width === width) return;
  throw new RangeError(
    `Cannot ${action} of ${height}x${width} pixels: start has ${start.height}x${start.width}. Leave out height and width.`,
  );
}

/** The bytes behind base64. */
function bytesOf(sent: unknown): Uint8Array | undefined {
  if (typeof sent !== "string") return undefined;
  try {
    return Uint8Array.from(atob(sent), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
