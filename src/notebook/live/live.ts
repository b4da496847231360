import { jupyterDisplay } from "../../charts/figure.js";
import type { Digits } from "../../images/images.js";
import type { Showable } from "../bundle.js";
import type { CommKernel } from "../comm.js";
import { currentKernel, type NotebookKernel, sendTo } from "../kernel.js";
import { type Answer, answerOf, failureOf } from "./answer.js";
import { type Control, PageControl } from "./control.js";
import { Newest } from "./newest.js";
import { pageProgram } from "./page.js";
import { stillOf } from "./still.js";
import { openWidget, type Widget, widgetMime } from "./widget.js";

/** What each of some controls is set to, in their order. */
export type ValuesOf<Controls extends readonly Control<unknown>[]> = {
  [At in keyof Controls]: Controls[At] extends Control<infer Value> ? Value : never;
};

/** Where the controls of `live` stand still, and why. */
const notes = {
  saved: "A still picture: run the cell in JupyterLab to move its controls.",
  noComms:
    "A still picture: this kernel has no controls. Choose the kernel TypeScript of this project, and run the cell again.",
  noPage: "A still picture: its controls move in a JupyterLab of your own.",
};

/**
 * Shows controls, and beside them the answer to what they are set to, which is asked for again whenever a reader moves or paints something.
 * While an answer is on its way, only the newest setting waits. Ends with the first answer; readers go on with the controls
 * as long as the kernel lives. After a restart the controls say that the cell is to be run again. A saved notebook keeps the first answer as a picture and a
 * sentence; so does a kernel without comms, such as stock tslab's, and a program without a notebook prints the sentence.
 *
 * @param answer takes the values of the controls in their order, and returns what is to be shown: a figure (its picture is shown), text, a list of figures.
 * An error is shown in the answer's place; of the first answer it is the cell's, unless a canvas is still empty. Tensors it makes are its own to dispose of
 * @throws {TypeError} if the controls are no list of what `canvas`, `slider` and `choice` return, the answer is no function, or it returns nothing
 * @throws {RangeError} if there are no controls
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 1 });
 * const network = await loadTrained("mnist-cnn");
 * await live([canvas({ start: test })], async (painted) => {
 *   const [answers] = await predict(network, painted, { top: 1 });
 *   return `This is a ${answers?.[0]?.name}.`;
 * });
 */
export async function live<const Controls extends readonly Control<unknown>[]>(
  controls: Controls,
  answer: (...values: ValuesOf<Controls>) => Showable | Promise<Showable>,
): Promise<void> {
  const drawn = controlsIn(controls);
  if (typeof answer !== "function") {
    throw new TypeError(
      `Cannot show controls live: the answer is ${typeof answer}. Give a function of their values: (image) => …`,
    );
  }
  const kernel = currentKernel(); // stock tslab knows the cell only now
  const ask = async (): Promise<Answer> =>
    answerOf(await answer(...(drawn.map(({ value }) => value) as unknown as ValuesOf<Controls>)));
  const first = await ask().catch((error: unknown) => {
    if (drawn.some(isEmpty)) return failureOf(error);
    throw error;
  });
  if (kernel === undefined) {
    console.log(`${stillOf(drawn, first, notes.noPage).description}\n(Controls move in a notebook only.)`);
    return;
  }
  const program = hasComms(kernel) ? pageProgram() : undefined;
  if (hasComms(kernel) && program !== undefined) showWidget(kernel, program, drawn, first, ask);
  else showStill(kernel, drawn, first, hasComms(kernel) ? notes.noPage : notes.noComms);
}

/** The controls as `canvas`, `slider` and `choice` have made them. */
function controlsIn(controls: readonly unknown[]): readonly PageControl<unknown>[] {
  const wayOut = "Give what canvas, slider and choice return: live([digit], (image) => …)";
  if (!Array.isArray(controls)) {
    throw new TypeError(`Cannot show controls live: they are ${typeof controls} and no list. ${wayOut}`);
  }
  if (controls.length === 0) throw new RangeError(`Cannot show controls live: there are none. ${wayOut}`);
  return controls.map((control: unknown, index) => {
    if (control instanceof PageControl) return control;
    throw new TypeError(`Cannot show controls live: number ${index} is no control. ${wayOut}`);
  });
}

const isEmpty = ({ form, value }: PageControl<unknown>): boolean =>
  form.kind === "canvas" && (value as Digits).pixels.every((pixel) => pixel === 0);

const hasComms = (kernel: NotebookKernel): kernel is NotebookKernel & CommKernel =>
  kernel.openComm !== undefined && kernel.registerComm !== undefined;

function showStill(
  kernel: NotebookKernel,
  controls: readonly PageControl<unknown>[],
  first: Answer,
  note: string,
): void {
  const figure = stillOf(controls, first, note);
  sendTo(kernel, figure[jupyterDisplay](), { metadata: figure.metadata ?? {} });
}

function showWidget(
  kernel: NotebookKernel & CommKernel,
  program: string,
  controls: readonly PageControl<unknown>[],
  first: Answer,
  ask: () => Promise<Answer>,
): void {
  const packed = () => controls.map((control) => control.packed);
  const newest = new Newest<unknown>(async (stamp) => {
    const answer = await ask().catch(failureOf);
    widget.update({ answer, answered: stamp });
  });
  const state = {
    controls: controls.map(({ form }) => form),
    values: packed(),
    answer: first,
    answered: null,
  };
  const widget: Widget = openWidget(kernel, program, state, (content) => {
    const { values, stamp } = (content ?? {}) as { readonly values?: unknown; readonly stamp?: unknown };
    if (!Array.isArray(values)) return;
    for (const [index, control] of controls.entries()) control.take(values[index]);
    widget.keep({ values: packed() });
    widget.say({ heard: stamp });
    newest.give(stamp);
  });
  const figure = stillOf(controls, first, notes.saved, { [widgetMime]: widget.view });
  sendTo(kernel, figure[jupyterDisplay](), { metadata: figure.metadata ?? {} });
}
