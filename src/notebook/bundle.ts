import { inspect } from "node:util";
import { type Figure, isFigure, jupyterDisplay, type MimeBundle } from "../charts/figure.js";
import { bounded, wholeValue } from "./bounded.js";
import { isTensor, type TensorLike, tensorText } from "./tensor.js";

/** What `show` takes: a figure, a list of figures, a tensor, text, or any other value. */
export type Showable =
  | Figure
  | readonly Figure[]
  | TensorLike
  | string
  | number
  | boolean
  | bigint
  | object
  | null
  | undefined;

/** One output: its forms, what viewers need besides, and the text for a program without a notebook. */
interface Output {
  readonly bundle: MimeBundle;
  readonly metadata: { readonly [mimeType: string]: unknown };
  readonly text: string;
}

/** The outputs of a value: one, or one each for a list of figures. */
export function outputsOf(value: Showable): Output[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isFigure)) return value.map(figureOutput);
  if (isFigure(value)) return [figureOutput(value)];
  const text = textOf(value);
  return [{ bundle: { "text/plain": text }, metadata: {}, text }];
}

function figureOutput(figure: Figure): Output {
  return { bundle: figure[jupyterDisplay](), metadata: figure.metadata ?? {}, text: figure.description };
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (isTensor(value)) return tensorText(value);
  const text = inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 });
  return bounded(text, wholeValue);
}
