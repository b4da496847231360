/**
 * What the two processes of the kernel tell each other, and the words for it, which both sides take from here. The
 * front owns the sockets and never runs a cell; the session compiles and runs cells and knows no sockets. `run` numbers
 * the executions; output carries the number of its cell.
 */
export type ToSession =
  | {
      readonly type: "execute";
      readonly run: number;
      /** Its execution count: what errors call it. */
      readonly count: number;
      readonly code: string;
      readonly silent: boolean;
      readonly userExpressions: Readonly<Record<string, string>>;
    }
  | { readonly type: "learn"; readonly cell: Taught }
  | { readonly type: "ask"; readonly ask: number; readonly question: Question }
  | { readonly type: "input"; readonly input: number; readonly value: string }
  | { readonly type: "noInput"; readonly input: number; readonly reason: string }
  | ({ readonly type: "comm"; readonly run: number } & CommMessage);

/** A cell that runs or has run elsewhere: its names are to be known. */
export interface Taught {
  readonly run: number;
  readonly count: number;
  readonly code: string;
}

/** A cell that is to run. */
export type Execute = Extract<ToSession, { type: "execute" }>;

export type ToFront =
  | { readonly type: "ready" }
  | { readonly type: "stream"; readonly run: number; readonly name: StreamName; readonly text: string }
  | { readonly type: "publish"; readonly run: number; readonly kind: string; readonly content: object }
  | ({ readonly type: "comm"; readonly run: number } & CommMessage)
  | { readonly type: "done"; readonly run: number; readonly outcome: Outcome }
  | { readonly type: "answer"; readonly ask: number; readonly answer: Answer }
  | { readonly type: "refused"; readonly ask: number; readonly reason: string }
  | {
      readonly type: "input";
      readonly run: number;
      readonly input: number;
      readonly prompt: string;
      readonly password: boolean;
    };

export type StreamName = "stdout" | "stderr";

/** How a cell ended; `result` is the text of its value, for the history. */
export type Outcome =
  | {
      readonly status: "ok";
      readonly userExpressions?: Readonly<Record<string, object>>;
      readonly payload?: readonly object[];
      readonly result?: string | undefined;
    }
  | ErrorReply;

/** How something ended that went wrong. */
export interface ErrorReply {
  readonly status: "error";
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** What the front asks about the text of a cell, or of the open comms. Offsets are in UTF-16 units. */
export type Question =
  | { readonly about: "complete"; readonly code: string; readonly cursor: number }
  | { readonly about: "inspect"; readonly code: string; readonly cursor: number; readonly detail: 0 | 1 }
  | { readonly about: "isComplete"; readonly code: string }
  | { readonly about: "comms" };

/** What the session answers to each kind of question. */
export interface Answers {
  readonly complete: Completion;
  readonly inspect: Inspection | undefined;
  readonly isComplete: Completeness;
  /** Targets by id. */
  readonly comms: Readonly<Record<string, string>>;
}

export type Answer = Answers[keyof Answers];

/** What can stand at a place of a cell. */
export interface Completion {
  /** In TypeScript's order; only those that continue what stands before the cursor. */
  readonly matches: readonly {
    readonly text: string;
    /** TypeScript's word for it: `const`, `function`, `method`, `property`, `class`, `keyword`, … */
    readonly type: string;
  }[];
  /** The part of the cell that a match replaces. */
  readonly start: number;
  readonly end: number;
}

/** What stands at a place of a cell. */
export interface Inspection {
  readonly signature: string;
  /** The doc comment, tags included, as Markdown; may be empty. */
  readonly documentation: string;
}

/** Whether a cell can be run as it stands, needs more lines, or is wrong whatever follows. */
export type Completeness =
  | { readonly status: "complete" | "invalid" }
  /** `indent` is what the next line begins with. */
  | { readonly status: "incomplete"; readonly indent: string };

export type CommType = "comm_open" | "comm_msg" | "comm_close";

/** What may go with a message beside its content. */
export interface Attachments {
  readonly metadata?: object;
  readonly buffers?: readonly Uint8Array[];
}

export interface CommData extends Required<Attachments> {
  readonly data: unknown;
}

export interface CommMessage extends CommData {
  readonly kind: CommType;
  readonly id: string;
  /** Of `comm_open`. */
  readonly target: string;
}

/** The file descriptor of the line on which the two processes speak: Node's own channel would belong to the cells too. */
export const lineDescriptor = 3;

/** The file descriptor on which the session hears of interrupts, even while a cell keeps its main thread busy. */
export const interruptDescriptor = 4;
