/** The five filters of PNG: what is foretold of a byte by its neighbours left, above, and above left. */
const foretold: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const guess = left + up - corner;
    const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    if (byLeft <= byUp && byLeft <= byCorner) return left;
    return byUp <= byCorner ? up : corner;
  },
];

/** How long a line is and how far its neighbours are. */
export interface Lines {
  readonly count: number;
  /** Bytes of a line, without the byte of its filter. */
  readonly length: number;
  /** Bytes from a pixel to the next, at least 1. */
  readonly step: number;
}

/**
 * Undoes the filters of lines that begin at `from`.
 *
 * @throws {Error} if a line has an unknown filter, or bytes are missing
 */
export function unfiltered(packed: Uint8Array, { count, length, step }: Lines, from = 0): Uint8Array {
  if (packed.length < from + count * (length + 1)) throw new Error("it is cut off");
  const plain = new Uint8Array(count * length);
  for (let line = 0; line < count; line++) {
    const start = from + line * (length + 1);
    const filter = foretold[packed[start] as number];
    if (filter === undefined) throw new Error(`Unrecognised filter type - ${packed[start]}`);
    const own = line * length;
    if (packed[start] === 0) {
      plain.set(packed.subarray(start + 1, start + 1 + length), own);
      continue;
    }
    for (let at = 0; at < length; at++) {
      const left = at >= step ? (plain[own + at - step] as number) : 0;
      const up = line > 0 ? (plain[own + at - length] as number) : 0;
      const corner = line > 0 && at >= step ? (plain[own + at - length - step] as number) : 0;
      plain[own + at] = (packed[start + 1 + at] as number) + filter(left, up, corner);
    }
  }
  return plain;
}

/** Lines with the byte of their filter in front: none, or the one of each line that leaves the least to tell. */
export function filtered(plain: Uint8Array, { count, length, step }: Lines, choose: boolean): Uint8Array {
  const packed = new Uint8Array(count * (length + 1));
  const tries = choose ? foretold : foretold.slice(0, 1);
  const line = new Uint8Array(length);
  for (let row = 0; row < count; row++) {
    let least = Number.POSITIVE_INFINITY;
    for (const [number, filter] of tries.entries()) {
      let sum = 0;
      for (let at = 0; at < length; at++) {
        const place = row * length + at;
        const left = at >= step ? (plain[place - step] as number) : 0;
        const up = row > 0 ? (plain[place - length] as number) : 0;
        const corner = row > 0 && at >= step ? (plain[place - length - step] as number) : 0;
        const rest = (plain[place] as number) - filter(left, up, corner);
        line[at] = rest;
        sum += Math.abs(rest);
      }
      if (sum >= least) continue;
      least = sum;
      packed[row * (length + 1)] = number;
      packed.set(line, row * (length + 1) + 1);
    }
  }
  return packed;
}
