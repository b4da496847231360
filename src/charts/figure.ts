import { base64 } from "../platform/base64.js";

/**
 * The name under which a value says how a notebook shows it, by the convention of the Deno kernel: a method
 * that returns a MIME bundle. A kernel that knows it shows a figure that is a cell's last expression.
 */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");

/** One output in several forms, by MIME type: JSON types hold objects, text and base64 types hold strings. */
export interface MimeBundle {
  readonly [mimeType: string]: string | object;
}

/**
 * What every chart returns: one output in all its forms. The bundle holds the interactive form where there is one, `image/png`
 * where there is a picture, and `text/plain`, which is the description: a sentence that gives the numbers.
 */
export interface Figure {
  /** A sentence that gives the numbers, for screen readers, for diffs and for programs without a notebook. */
  readonly description: string;
  /** Per MIME type what a viewer needs besides the data: size of a picture in CSS pixels, its alternative text. */
  readonly metadata?: { readonly [mimeType: string]: object };
  [jupyterDisplay](): MimeBundle;
}

/** A picture as it goes to the screen: PNG bytes and the size at which it is meant to be seen, in CSS pixels. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Whether a value can show itself, wherever it was made.
 *
 * @example isFigure(table([{ digit: 7 }])) // true
 */
export function isFigure(value: unknown): value is Figure {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { [jupyterDisplay]?: unknown })[jupyterDisplay] === "function"
  );
}

/**
 * A figure from its forms. The picture is drawn when the figure is first shown, and only once: a chart that
 * nobody looks at costs nothing.
 *
 * @param forms what goes before the picture, richest first
 * @throws {RangeError} if the description is empty
 */
export function makeFigure(
  description: string,
  forms: MimeBundle,
  draw?: () => Picture,
  formMetadata: { readonly [mimeType: string]: object } = {},
): Figure {
  if (description.trim() === "") {
    throw new RangeError(
      "Cannot make a figure: its description is empty. Write a sentence that gives its numbers.",
    );
  }
  let drawn: Picture | undefined;
  const picture = () => {
    drawn ??= draw?.();
    return drawn;
  };
  const figure: Figure = {
    description,
    get metadata() {
      const png = picture();
      if (png === undefined) return formMetadata;
      return { ...formMetadata, "image/png": { width: png.width, height: png.height, alt: description } };
    },
    [jupyterDisplay]() {
      const png = picture();
      const image = png && { "image/png": base64(png.png) };
      return { ...forms, ...image, "text/plain": description };
    },
  };
  if (draw && Object.keys(forms).length > 0) lightForms.set(figure, { forms, formMetadata });
  return figure;
}

interface LightForms {
  readonly forms: MimeBundle;
  readonly formMetadata: { readonly [mimeType: string]: object };
}

const lightForms = new WeakMap<Figure, LightForms>();

/** A figure without its picture, for an output that is soon replaced; as it is where it has no other form. */
export function withoutPicture(figure: Figure): Figure {
  const light = lightForms.get(figure);
  if (light === undefined) return figure;
  const { description } = figure;
  return {
    description,
    metadata: light.formMetadata,
    [jupyterDisplay]: () => ({ ...light.forms, "text/plain": description }),
  };
}
