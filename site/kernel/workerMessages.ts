import type { ToFront, ToSession } from "../../dist/kernel/protocol.js";

/** What the page tells a worker, beside what a front tells its session. */
export type ToWorker =
  | ToSession
  | {
      /** A notebook takes the worker. `shared`: memory for interrupts, where the page is isolated. */
      readonly type: "notebook";
      readonly path: string;
      readonly hasFiles: boolean;
    }
  | { readonly type: "interrupt"; readonly number: number }
  | { readonly type: "ping"; readonly ping: number }
  | { readonly type: "file"; readonly ask: number; readonly value: unknown }
  | { readonly type: "noFile"; readonly ask: number; readonly reason: string };

/** The first message of all. */
export interface StartWorker {
  readonly type: "start";
  /** Memory for interrupts that both sides see, where the page is isolated. */
  readonly shared: SharedArrayBuffer | undefined;
}

/** What a worker tells the page, beside what a session tells its front. */
export type ToPage =
  | { readonly type: "front"; readonly messages: readonly ToFront[] }
  | { readonly type: "heard"; readonly number: number }
  | { readonly type: "pong"; readonly ping: number }
  | { readonly type: "failed"; readonly reason: string }
  | { readonly type: "askFile"; readonly ask: number; readonly request: FileRequest };

/** What the code of cells asks of the reader's files. */
export type FileRequest =
  | { readonly action: "read" | "list"; readonly path: string }
  | { readonly action: "write"; readonly path: string; readonly bytes: Uint8Array };
