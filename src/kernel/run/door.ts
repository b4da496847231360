import type { CommKernel } from "../../notebook/comm.js";
import { type DisplayContent, kernelSymbol, type NotebookKernel } from "../../notebook/kernel.js";
import type { Comms } from "./comms.js";
import { currentRun } from "./context.js";
import { shownOf } from "./display.js";
import type { Outbox } from "./outbox.js";

/** Asks the reader, in the name of the running cell. */
type AskReader = (prompt: string, password: boolean) => Promise<string>;

/**
 * What this kernel offers to cells and to libraries: the door that `notebook/kernel.ts` looks for, and the globals that
 * `compile/globals.ts` declares.
 */
export function openDoor(outbox: Outbox, comms: Comms, ask: AskReader): void {
  const publish = (kind: string, content: object): void => {
    const run = currentRun();
    if (run?.silent !== true) outbox.send({ type: "publish", run: run?.id ?? 0, kind, content });
  };
  const door: NotebookKernel & CommKernel & { page(data: object, start?: number): void } = {
    display: (content, update) => publish(update ? "update_display_data" : "display_data", content),
    clearOutput: (wait) => publish("clear_output", { wait }),
    /** Asks the front end to show a bundle in its pager. */
    page: (data, start = 0) => {
      currentRun()?.payload.push({ source: "page", data, start });
    },
    openComm: (...opening) => comms.open(...opening),
    registerComm: (...target) => comms.register(...target),
  };
  Object.defineProperty(globalThis, kernelSymbol, { value: door });
  offer({ ...questions(ask), display: displayBy((content) => publish("display_data", content)) });
}

/** As globals that a reader may replace, and that are not listed. */
function offer(globals: Readonly<Record<string, (...given: never[]) => unknown>>): void {
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

/** What asks the reader. */
function questions(ask: AskReader) {
  return {
    input: (prompt: unknown = "", options: { password?: boolean } = {}): Promise<string> =>
      ask(String(prompt), options.password === true),
    password: (prompt: unknown = ""): Promise<string> => ask(String(prompt), true),
    prompt: async (text: unknown = "Prompt", preset: unknown = ""): Promise<string> => {
      const suggestion = String(preset);
      const answer = await ask(suggestion === "" ? `${text} ` : `${text} [${suggestion}] `, false);
      return answer === "" ? suggestion : answer;
    },
    confirm: async (text: unknown = "Confirm"): Promise<boolean> =>
      /^\s*y(es)?\s*$/i.test(await ask(`${text} [y/N] `, false)),
    alert: async (text: unknown = "Alert"): Promise<void> => {
      await ask(`${text} [Enter] `, false);
    },
  };
}

/** Shows values one below the other. Those that take their time hold up the ones after them. */
function displayBy(send: (content: DisplayContent) => void) {
  const show = (value: unknown): void | Promise<void> => {
    const publish = (shown: object | undefined): void => {
      if (shown !== undefined) send({ ...(shown as DisplayContent), transient: {} });
    };
    const complain = (error: unknown): never => {
      throw error;
    };
    const nothing = { data: { "text/plain": "undefined" }, metadata: {} };
    const shown = value === undefined ? nothing : shownOf(value, complain);
    return shown instanceof Promise ? shown.then(publish) : publish(shown);
  };
  return async function display(...values: unknown[]): Promise<void> {
    for (const value of values) {
      const later = show(value);
      if (later !== undefined) await later;
    }
  };
}
