import type { ErrorReply } from "./wire/handlers.js";
import type { StreamName } from "./wire/output.js";

/**
 * What the two processes of the kernel tell each other. The front owns the sockets and never runs a cell; the session
 * compiles and runs cells and knows no sockets. `run` numbers the executions; output carries the number of its cell.
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
  | { readonly type: "ask"; readonly ask: number; readonly question: Question }
  | { readonly type: "input"; readonly input: number; readonly value: string }
  | { readonly type: "noInput"; readonly input: number; readonly reason: string }
  | ({ readonly type: "comm"; readonly run: number } & CommMessage);

/** What is asked about the text of a cell. Offsets are in UTF-16 units. */
export type Question =
  | { readonly about: "complete"; readonly code: string; readonly cursor: number }
  | { readonly about: "inspect"; readonly code: string; readonly cursor: number }
  | { readonly about: "isComplete"; readonly code: string }
  /** The open comms: targets by id. */
  | { readonly about: "comms" };

export interface CommMessage {
  readonly kind: "comm_open" | "comm_msg" | "comm_close";
  readonly id: string;
  /** Of `comm_open`. */
  readonly target: string;
  readonly data: unknown;
  readonly metadata: object;
  readonly buffers: readonly Uint8Array[];
}

export type ToFront =
  | { readonly type: "ready" }
  | { readonly type: "stream"; readonly run: number; readonly name: StreamName; readonly text: string }
  | { readonly type: "publish"; readonly run: number; readonly kind: string; readonly content: object }
  | ({ readonly type: "comm"; readonly run: number } & CommMessage)
  | { readonly type: "done"; readonly run: number; readonly outcome: Outcome }
  | { readonly type: "answer"; readonly ask: number; readonly content: object }
  | { readonly type: "refused"; readonly ask: number; readonly reason: string }
  | {
      readonly type: "input";
      readonly run: number;
      readonly input: number;
      readonly prompt: string;
      readonly password: boolean;
    };

/** How a cell ended; `result` is the text of its value, for the history. */
export type Outcome =
  | {
      readonly status: "ok";
      readonly userExpressions: Readonly<Record<string, object>>;
      readonly payload: readonly object[];
      readonly result?: string | undefined;
    }
  | ErrorReply;

/** The file descriptor on which the session hears of interrupts, even while a cell keeps its main thread busy. */
export const interruptDescriptor = 4;
