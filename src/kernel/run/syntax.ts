import { Script } from "node:vm";

/** Whether a text parses as a script. */
export function isScript(text: string): boolean {
  try {
    return new Script(text) instanceof Script;
  } catch {
    return false;
  }
}
