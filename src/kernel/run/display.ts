import { type Figure, jupyterDisplay } from "../../charts/figure.js";
import { isShown } from "../../notebook/alreadyShown.js";
import { bounded, wholeValue } from "../../notebook/bounded.js";
import { elementForm } from "./elements.js";
import type { Shown } from "./forms.js";
import { types } from "./inspection.js";
import { bytesForm, canvasForm } from "./pictures.js";
import { attempt, textOf } from "./result.js";
import { tableForm } from "./tables.js";

/** Where a value's own method `Symbol.for("Jupyter.display")` fails: what it threw. */
export type Complain = (error: unknown) => void;

/**
 * How a value is shown: by its own method `Symbol.for("Jupyter.display")` where it has one; pictures, canvases, elements
 * and data frames as what they are, tensors with a preview, everything else as Node prints it. A promise only where the
 * value takes its time. Undefined shows nothing, and neither does a value that has been shown already. Values that throw when they are looked at are shown as text.
 */
export function shownOf(value: unknown, complain: Complain): Shown | undefined | Promise<Shown> {
  if (value === undefined || isShown(value)) return undefined;
  const method = displayMethod(value);
  if (method === undefined) return foreignForm(value);
  try {
    const data = method.call(value);
    if (!types.isPromise(data)) return ownForm(value, data);
    return data.then(
      (later) => ownForm(value, later),
      (error: unknown) => failed(value, error, complain),
    );
  } catch (error) {
    return failed(value, error, complain);
  }
}

function displayMethod(value: unknown): ((this: unknown) => unknown) | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  const method = attempt(() => (value as { [jupyterDisplay]?: unknown })[jupyterDisplay]);
  return typeof method === "function" ? (method as (this: unknown) => unknown) : undefined;
}

function failed(value: unknown, error: unknown, complain: Complain): Shown {
  complain(error);
  return textForm(value);
}

function ownForm(value: unknown, data: unknown): Shown | Promise<Shown> {
  const bundle = attempt(() => bundleOf(data));
  if (bundle === undefined) return foreignForm(value);
  const metadata = attempt(() => (value as Partial<Figure>).metadata);
  const plain = typeof metadata === "object" && metadata !== null && fitsJson(metadata) ? metadata : {};
  return { data: bundle, metadata: plain };
}

/** The forms of a bundle that can travel; undefined where there is none. */
function bundleOf(data: unknown): Record<string, unknown> | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const forms = Object.entries(data)
    .filter(([type, form]) => type.includes("/") && form !== undefined && form !== null && fitsJson(form))
    .map(([type, form]) => [type, type.startsWith("text/") ? linesOf(type, form) : form]);
  return forms.length === 0 ? undefined : (Object.fromEntries(forms) as Record<string, unknown>);
}

/** Texts may be lists of lines, as in notebook files. */
function linesOf(type: string, form: unknown): string {
  const text = Array.isArray(form) ? form.join("") : String(form);
  return type === "text/plain" ? bounded(text, wholeValue) : text;
}

function fitsJson(value: unknown): boolean {
  return attempt(() => JSON.stringify(value)) !== undefined;
}

/** What libraries give that know nothing of notebooks. A proxy may answer whatever it is asked: it is not asked. */
function foreignForm(value: unknown): Shown | Promise<Shown> {
  if (typeof value !== "object" || value === null || types.isProxy(value)) return textForm(value);
  for (const formOf of [bytesForm, canvasForm, elementForm, tableForm]) {
    const form = attempt(() => formOf(value));
    if (types.isPromise(form)) {
      return form.then(
        (later) => later ?? textForm(value),
        () => textForm(value),
      );
    }
    if (form !== undefined) return form as Shown;
  }
  return textForm(value);
}

function textForm(value: unknown): Shown {
  return { data: { "text/plain": textOf(value) }, metadata: {} };
}
