import { type DisplayContent, kernelSymbol } from "../../notebook/kernel.js";
import type { Comm, Comms, CommTarget } from "./comms.js";
import type { Outbox } from "./outbox.js";
import { currentRun } from "./run.js";

/** Asks the reader, in the name of the running cell. */
type AskReader = (prompt: string, password: boolean) => Promise<string>;

/**
 * What this kernel offers to cells and to libraries: the door that `notebook/kernel.ts` looks for, and the globals
 * `input` and `password`.
 */
export function openDoor(outbox: Outbox, comms: Comms, ask: AskReader): void {
  const publish = (kind: string, content: object): void => {
    const run = currentRun();
    if (run?.silent !== true) outbox.send({ type: "publish", run: run?.id ?? 0, kind, content });
  };
  const door = {
    display: (content: DisplayContent, update: boolean): void =>
      publish(update ? "update_display_data" : "display_data", content),
    clearOutput: (wait: boolean): void => publish("clear_output", { wait }),
    /** Asks the front end to show a bundle in its pager. */
    page: (data: object, start = 0): void => {
      currentRun()?.payload.push({ source: "page", data, start });
    },
    openComm: (target: string, data?: unknown): Comm => comms.open(target, data),
    registerComm: (target: string, opened: CommTarget): void => comms.register(target, opened),
  };
  const input = (prompt: unknown = "", options: { password?: boolean } = {}): Promise<string> =>
    ask(String(prompt), options.password === true);
  const password = (prompt: unknown = ""): Promise<string> => ask(String(prompt), true);
  Object.defineProperties(globalThis, {
    [kernelSymbol]: { value: door },
    input: { value: input, writable: true, configurable: true },
    password: { value: password, writable: true, configurable: true },
  });
}
