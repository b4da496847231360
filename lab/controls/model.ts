import type { Answer } from "../../dist/notebook/live/answer.js";

/** What a control is, as the kernel describes it. */
export type ControlForm =
  | { readonly kind: "canvas"; readonly label: string; readonly height: number; readonly width: number }
  | {
      readonly kind: "slider";
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | { readonly kind: "choice"; readonly label: string; readonly values: readonly string[] };

/** What the kernel keeps of these controls. */
export interface State {
  readonly controls: readonly ControlForm[];
  readonly values: readonly unknown[];
  readonly answer: Answer;
  /** The stamp of the setting that was answered last. */
  readonly answered: string | null;
}

/** What hears of a message that was sent: the front end calls it with each status of the kernel. */
export interface Callbacks {
  readonly iopub: {
    readonly status: (message: { readonly content: { readonly execution_state?: string } }) => void;
  };
}

/** The part of anywidget's model that is used here. */
export interface Model {
  get<Name extends keyof State>(name: Name): State[Name];
  set<Name extends keyof State>(name: Name, value: State[Name]): void;
  send(content: unknown, callbacks?: Callbacks): void;
  on(event: string, callback: (content: unknown) => void): void;
  off(event: string, callback: (content: unknown) => void): void;
}

/** A control on the page. */
export interface Drawn {
  readonly node: HTMLElement;
  /** Shows a value that was set elsewhere. */
  show(value: unknown): void;
}
