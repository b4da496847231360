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

/** One part of an answer. */
export type AnswerPart =
  | {
      readonly kind: "picture";
      readonly png: string;
      readonly width: number;
      readonly height: number;
      readonly text: string;
    }
  | { readonly kind: "bars"; readonly bars: readonly Bar[]; readonly text: string }
  | { readonly kind: "text"; readonly text: string };

/** One class with its share of the whole, from 0 to 1. */
export interface Bar {
  readonly name: string;
  readonly share: number;
  readonly percent: string;
}

export interface Answer {
  readonly parts: readonly AnswerPart[];
  readonly failed: boolean;
}

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
