import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { jpegLibrary } from "../../platform/jpegLibrary.js";
import { adobeMark, isRgb, type JpegComponent, jpegFrame, scansIn } from "./jpegSegments.js";
import { limits, requireModest } from "./pictureWork.js";

/**
 * The pixels of a JPEG file, red, green, blue, as it is stored, not turned. Nearly all store brightness and two colours, the
 * colours often at half the size. The library copies each colour to the pixels around it and rounds down; here colours are
 * enlarged smoothly and numbers rounded, as the usual programs do, so that a network sees what it would see there.
 */
export function decodeJpeg(bytes: Uint8Array): PixelImage & { channels: 3 } {
  const { components, ...size } = jpegFrame(bytes);
  requireModest({ ...size, memory: memoryFor(components), passes: scansIn(bytes), length: bytes.length });
  const { decode } = jpegLibrary();
  const options = {
    maxResolutionInMP: limits.megapixels,
    maxMemoryUsageInMB: limits.megabytes,
    tolerantDecoding: false,
    useTArray: true,
    formatAsRGBA: false,
  } as const;
  if (components.length !== 3) {
    const { width, height, data } = decode(bytes, options);
    return { width, height, channels: 3, pixels: data };
  }
  const plain = Uint8Array.from(bytes);
  // Adobe's mark would make the library turn the numbers into colours after all.
  const adobe = adobeMark(bytes);
  if (adobe !== undefined) plain[adobe.start] = 0;
  const { width, height, data } = decode(plain, { ...options, colorTransform: false });
  const [light, ...colors] = components;
  for (const [index, { across, down }] of colors.entries()) {
    // Of one or two colours across libjpeg copies each, in both directions.
    if (light?.across === 2 * across && width <= 4) continue;
    if (light?.across === 2 * across) smooth(data, { width, height }, index + 1, "across");
    if (light?.down === 2 * down) smooth(data, { width, height }, index + 1, "down");
  }
  return { width, height, channels: 3, pixels: isRgb(bytes) ? data : toRgb(data) };
}

/** About nine bytes for each number that is stored, and nine for each pixel, as measured. */
function memoryFor(components: readonly JpegComponent[]): number {
  const finest = (axis: "across" | "down") => Math.max(1, ...components.map((component) => component[axis]));
  const area = finest("across") * finest("down");
  return 9 + 9 * components.reduce((sum, { across, down }) => sum + (across * down) / area, 0);
}

/** One channel, of which every second number along an axis is a copy of the one before: three quarters of it, a quarter of the next. */
function smooth(
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
  channel: number,
  axis: "across" | "down",
): void {
  const [length, lines] = axis === "across" ? [width, height] : [height, width];
  const [step, next] = axis === "across" ? [3, 3 * width] : [3 * width, 3];
  const half = new Float64Array(Math.ceil(length / 2));
  for (let line = 0; line < lines; line++) {
    const start = line * next + channel;
    for (let index = 0; index < half.length; index++)
      half[index] = pixels[start + 2 * index * step] as number;
    for (let place = 0; place < length; place++) {
      const own = half[place >> 1] as number;
      const other = half[(place >> 1) + (place % 2 === 0 ? -1 : 1)] ?? own;
      pixels[start + place * step] = Math.round(0.75 * own + 0.25 * other);
    }
  }
}

/** Brightness and two colours to red, green, blue, by JFIF. */
function toRgb(data: Uint8Array): Uint8Array {
  const rgb = new Uint8ClampedArray(data.length); // rounds, and holds the ends
  for (let at = 0; at < data.length; at += 3) {
    const y = data[at] as number;
    const blue = (data[at + 1] as number) - 128;
    const red = (data[at + 2] as number) - 128;
    rgb[at] = y + 1.402 * red;
    rgb[at + 1] = y - 0.344136 * blue - 0.714136 * red;
    rgb[at + 2] = y + 1.772 * blue;
  }
  return new Uint8Array(rgb.buffer);
}
