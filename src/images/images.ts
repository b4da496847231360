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

/**
 * Gray images of one size with a label each: `Images` of one channel and ten classes, which need not be said. `pixels` has
 * count x height x width bytes, row by row, 0 is background; `labels` has count bytes.
 */
export interface Digits {
  count: number;
  height: number;
  width: number;
  channels?: 1;
  pixels: Uint8Array;
  labels: Uint8Array;
  classes?: readonly string[];
}

/** What all helpers take that take images. */
export type ImageSet = Images | Digits;

/** What helpers give back for a set: the same kind, without what only its maker knows of it. */
export type SameKind<Given extends ImageSet> = Given extends Digits ? Digits : Images;

/** The names of the ten digits. */
export const digitClasses: readonly string[] = [..."0123456789"];

/** 1 or 3, also of digits that do not say. */
export function channelsOf({ channels = 1 }: { readonly channels?: number | undefined }): 1 | 3 {
  if (channels === 1 || channels === 3) return channels;
  throw new RangeError(
    `Cannot use images of ${channels} channels. Give 1 for gray, or 3 for red, green, blue.`,
  );
}

/** The names of the classes. Where they are not said, they are numbers from 0: ten, or as many as the labels tell apart. */
export function classesOf({ classes, labels }: Pick<ImageSet, "classes" | "labels">): readonly string[] {
  if (classes !== undefined) return classes;
  let count = digitClasses.length;
  for (const label of labels) count = Math.max(count, label + 1);
  return Array.from({ length: count }, (_, index) => String(index));
}

/** Bytes of one image. Refuses a set with more or fewer pixels than its numbers say. */
export function bytesPerImage(images: Omit<ImageSet, "labels" | "classes">, action: string): number {
  requireSet(images, action);
  const { count, height, width, pixels } = images;
  const channels = channelsOf(images);
  const size = height * width * channels;
  if (pixels.length === count * size) return size;
  throw new RangeError(
    `Cannot ${action}: ${count} images of ${height}x${width}x${channels} take ${count * size} bytes, pixels has ${pixels.length}. Mend count, size or channels.`,
  );
}

/** Refuses one picture, such as `decodeImage` gives, where a set of them is taken. */
export function requireSet({ count }: { readonly count?: unknown }, action: string): void {
  if (count !== undefined) return;
  throw new TypeError(
    `Cannot ${action}: this is one picture, not a set. Give imagesFrom([picture], [0], classes).`,
  );
}

/** Refuses colour, where only gray makes sense. */
export function requireGray(images: { readonly channels?: number | undefined }, action: string): void {
  if (channelsOf(images) === 1) return;
  throw new RangeError(`Cannot ${action} images in colour. Give gray ones: one channel.`);
}

/** Room for labels of so many classes. */
export function roomForLabels(count: number, classes: number): Uint8Array | Uint16Array {
  if (classes > 65_536) {
    throw new RangeError(`Cannot label images of ${classes} classes. Give 65536 at most.`);
  }
  return classes > 256 ? new Uint16Array(count) : new Uint8Array(count);
}

/** The set with some of its numbers changed; whether it says its channels and classes stays as it was. */
export function changed<Given extends ImageSet>(
  images: Given,
  changes: Partial<Omit<Images, "channels" | "classes">>,
): SameKind<Given> {
  const { count, height, width, pixels, labels, channels, classes } = images;
  return {
    ...{ count, height, width, pixels, labels, ...changes },
    ...(channels === undefined ? {} : { channels }),
    ...(classes === undefined ? {} : { classes }),
  } as SameKind<Given>;
}
