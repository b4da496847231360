import { isFigure } from "../../charts/figure.js";
import { percent } from "../../charts/format.js";
import type { PredictedClass } from "../../networks/training/predict.js";
import { bounded } from "../bounded.js";
import { outputsOf, type Showable } from "../bundle.js";

/** One part of an answer, as the page draws it. */
export type AnswerPart =
  | {
      readonly kind: "picture";
      /** A PNG file in base64. */
      readonly png: string;
      /** In CSS pixels. */
      readonly width: number;
      readonly height: number;
      /** What it shows, for those who do not see it. */
      readonly text: string;
    }
  | {
      readonly kind: "bars";
      /** In the order of the classes. */
      readonly bars: readonly { readonly name: string; readonly share: number; readonly percent: string }[];
      /** The likeliest first. */
      readonly text: string;
    }
  | { readonly kind: "text"; readonly text: string };

/** What an answer shows. */
export interface Answer {
  readonly parts: readonly AnswerPart[];
  /** Whether the parts tell of an error. */
  readonly failed: boolean;
}

/**
 * The answer that shows a value: pictures of figures, bars for what `predict` says of an image, text of everything else, one below
 * the other if it is a list with such.
 */
export function answerOf(value: Showable): Answer {
  if (value === undefined) {
    throw new TypeError(
      "Cannot show the answer: the function returned nothing. Return what is to be shown: a figure, text, or a list of figures.",
    );
  }
  const several = Array.isArray(value) && value.some((each) => isFigure(each) || isPrediction(each));
  return { parts: (several ? value : [value]).flatMap(partsOf), failed: false };
}

/** The answer that tells of an error. */
export function failureOf(error: unknown): Answer {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { parts: [{ kind: "text", text: bounded(text, "", 2000) }], failed: true };
}

function partsOf(value: Showable): AnswerPart[] {
  if (isPrediction(value)) return [barsOf(value)];
  return outputsOf(value).map(({ bundle, metadata, text }) => {
    const png = bundle["image/png"];
    if (typeof png !== "string") return { kind: "text", text };
    const { width = 0, height = 0 } = (metadata["image/png"] ?? {}) as { width?: number; height?: number };
    return { kind: "picture", png, width, height, text };
  });
}

/** Whether a value is what `predict` says of one image. */
function isPrediction(value: unknown): value is readonly PredictedClass[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (each: Partial<PredictedClass> | null | undefined) =>
        [typeof each?.name, typeof each?.classIndex, typeof each?.probability].join() ===
        "string,number,number",
    )
  );
}

function barsOf(prediction: readonly PredictedClass[]): AnswerPart {
  const byClass = [...prediction].sort((a, b) => a.classIndex - b.classIndex);
  const byProbability = [...prediction].sort((a, b) => b.probability - a.probability);
  const bars = byClass.map(({ name, probability }) => ({
    name,
    share: probability,
    percent: percent(probability),
  }));
  const text = byProbability.map(({ name, probability }) => `${name} ${percent(probability)}`).join(", ");
  return { kind: "bars", bars, text: `probability: ${text}.` };
}

/** An answer in words. */
export const wordsOf = ({ parts }: Answer): string => parts.map(({ text }) => text).join("\n");
