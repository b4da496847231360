import { isFigure } from "../../charts/figure.js";
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
  | { readonly kind: "text"; readonly text: string };

/** What an answer shows. */
export interface Answer {
  readonly parts: readonly AnswerPart[];
  /** Whether the parts tell of an error. */
  readonly failed: boolean;
}

/** The answer that shows a value: pictures of figures, text of everything else, one below the other if it is a list with figures. */
export function answerOf(value: Showable): Answer {
  if (value === undefined) {
    throw new TypeError(
      "Cannot show the answer: the function returned nothing. Return what is to be shown: a figure, text, or a list of figures.",
    );
  }
  const several = Array.isArray(value) && value.some(isFigure);
  return { parts: (several ? value : [value]).flatMap(partsOf), failed: false };
}

/** The answer that tells of an error. */
export function failureOf(error: unknown): Answer {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { parts: [{ kind: "text", text: bounded(text, "", 2000) }], failed: true };
}

function partsOf(value: Showable): AnswerPart[] {
  return outputsOf(value).map(({ bundle, metadata, text }) => {
    const png = bundle["image/png"];
    if (typeof png !== "string") return { kind: "text", text };
    const { width = 0, height = 0 } = (metadata["image/png"] ?? {}) as { width?: number; height?: number };
    return { kind: "picture", png, width, height, text };
  });
}

/** An answer in words. */
export const wordsOf = ({ parts }: Answer): string => parts.map(({ text }) => text).join("\n");
