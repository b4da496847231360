import type { Notebook } from "../notebooks/notebook.js";

/** What a cell shows, in a form that can be compared. */
export interface CellOutputs {
  readonly source: string;
  /** The MIME types of each picture, table and text, in order. Streams are one. */
  readonly kinds: readonly string[];
  /** Printed lines, and those of the sentences beside pictures. */
  readonly lines: readonly string[];
}

interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What the code cells of a notebook show. */
export function outputsOf({ cells }: Notebook): CellOutputs[] {
  return cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source, outputs = [] }) => {
      const all = outputs as readonly Output[];
      const streams = all.filter(({ output_type }) => output_type === "stream");
      const shown = all.filter((output) => output.output_type !== "stream" && !isDownload(output));
      const printed = streams.map(({ text }) => joined(text)).join("");
      const sentences = shown.map(({ data }) => joined(data?.["text/plain"]));
      return {
        source: joined(source),
        kinds: [...(streams.length > 0 ? ["stream"] : []), ...shown.map(kindOf)],
        lines: [printed, ...sentences]
          .flatMap((text) => text.split("\n"))
          .filter((line) => line.trim() !== ""),
      };
    });
}

/** The bar of a download that took a while: only a browser has it, and only sometimes. */
function isDownload({ data }: Output): boolean {
  return /^(Fetching |weights: \d+ of \d+ )/.test(joined(data?.["text/plain"]));
}

/** JupyterLab adds a PNG to a Vega chart that comes without one, as those with a JPEG do. */
function kindOf({ output_type, data = {} }: Output): string {
  const kinds = Object.keys(data).filter((kind) => kind !== "image/png" || !("image/jpeg" in data));
  return `${output_type}: ${kinds.sort().join(", ")}`;
}

function joined(text: unknown): string {
  return Array.isArray(text) ? text.join("") : typeof text === "string" ? text : "";
}

const number = /-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?/g;

/**
 * Whether two lines say the same: the same words, and numbers that differ by no more than rounding can: two units of the last
 * place that is printed, or 1 in 1,000. A training carries the last bit of a sum on.
 */
export function sameLine(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.replace(number, "#") !== other.replace(number, "#")) return false;
  const [ours, theirs] = [one.match(number) ?? [], other.match(number) ?? []];
  return ours.every((text, at) => near(text, theirs[at] ?? ""));
}

function near(one: string, other: string): boolean {
  const [a, b] = [numberOf(one), numberOf(other)];
  // What is rounding here is rounding there.
  if (Math.max(Math.abs(a), Math.abs(b)) < 1e-5) return true;
  const place = Math.max(unitOf(one), unitOf(other));
  return Math.abs(a - b) <= Math.max(2.01 * place, 1e-3 * Math.max(Math.abs(a), Math.abs(b)));
}

const numberOf = (text: string): number => Number(text.replace(/,(?=\d{3})/g, ""));

/** The unit of the last place: 0.01 of "3.14"; a whole number counts as exact. */
function unitOf(text: string): number {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const decimals = /\.(\d+)$/.exec(mantissa)?.[1]?.length ?? 0;
  return decimals === 0 && exponent === "0" ? 0 : 10 ** (Number(exponent) - decimals);
}
