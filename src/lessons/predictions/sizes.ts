/** Names of large numbers and of parts, as they may stand behind a figure or alone. */
const scales: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  eighth: 1 / 8,
  tenth: 1 / 10,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mio: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  t: 1e12,
};

/** By what the word behind a figure multiplies it: 1e6 for "million", a third for "thirds"; undefined if it names no size. */
export function scaleOf(word: string): number | undefined {
  return scales[word.toLowerCase().replace(/(?<=[a-z]{3})s$/, "")];
}

/** A guess at the size of a number, not at the number: from a power of ten on, up to another. */
export interface Size {
  readonly said: string;
  readonly from: number;
  readonly to: number;
}

/** The size that a text names, such as "billions" or "hundreds of millions"; undefined if it names none. */
export function sizeMeant(text: string): Size | undefined {
  const said = text.trim().replace(/[.?!]+$/, "");
  const [, tens, scale] =
    /^(?:in the |some |many )?(?:(tens|hundreds) of )?((?:hundred|thousand|million|billion|trillion)s)$/i.exec(
      said,
    ) ?? [];
  if (scale === undefined) return undefined;
  const unit = scaleOf(scale) as number;
  if (tens === undefined) return { said, from: unit, to: unit < 1000 ? 1000 : 1000 * unit };
  const from = (/^tens$/i.test(tens) ? 10 : 100) * unit;
  return { said, from, to: 10 * from };
}
