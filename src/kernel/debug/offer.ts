import { createRequire } from "node:module";
import type { Session } from "../run/session.js";
import type { Debuggee } from "./debuggee.js";
import { debuggeeKey } from "./inspection.js";

const require = createRequire(import.meta.url);

/** Puts what answers a debugger where the inspector finds it. It is loaded when it is asked for. Gives what is to be called when a cell has ended. */
export function offerDebuggee(session: Session, language: "typescript" | "javascript"): () => void {
  let debuggee: Debuggee | undefined;
  const value = (): Debuggee => {
    const { Debuggee } = require("./debuggee.js") as typeof import("./debuggee.js");
    debuggee ??= new Debuggee(session.executor, language, (message) => session.receive(message));
    return debuggee;
  };
  Object.defineProperty(globalThis, Symbol.for(debuggeeKey), { value });
  return () => debuggee?.declare();
}
