/** The most that a picture may ask for: a few bytes can claim to be a million pixels wide, or to come in a million passes. */
export const limits = { megapixels: 100, megabytes: 3000 } as const;
/** Pixels that any file may have, and those it may have besides for each of its bytes. */
const freePixels = 25_000_000;
const pixelsPerByte = 1000;
/** Progressive JPEGs come in about so many passes, each over the whole picture. */
const usualPasses = 10;

/** What it takes to read a picture, told from its head before anything is unpacked. */
export interface PictureWork {
  readonly width: number;
  readonly height: number;
  /** Bytes of memory for each pixel, while it is read. */
  readonly memory: number;
  readonly passes: number;
  /** Bytes of the file. */
  readonly length: number;
}

/** Refuses a picture that would keep the machine busy for long. */
export function requireModest({ width, height, memory, passes, length }: PictureWork): void {
  const pixels = width * height;
  if (pixels > limits.megapixels * 1e6) {
    throw refusal(`${width} x ${height} is more than ${limits.megapixels} megapixels`);
  }
  const megabytes = Math.ceil((pixels * memory) / 1e6);
  if (megabytes > limits.megabytes) {
    throw refusal(`${width} x ${height} takes ${megabytes} MB of memory, more than ${limits.megabytes}`);
  }
  const most = freePixels + pixelsPerByte * length;
  if (pixels * Math.max(1, passes / usualPasses) > most) {
    const inPasses = passes > usualPasses ? ` in ${passes} passes` : "";
    throw refusal(
      `${width} x ${height} pixels${inPasses} are too much work for a file of ${length} bytes, which may have ${Math.floor(most / 1e6)} million`,
    );
  }
}

export function refusal(problem: string, cause?: unknown): RangeError {
  return new RangeError(`Cannot read the picture: ${problem}. Make it smaller first.`, { cause });
}
