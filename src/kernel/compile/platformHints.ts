import { builtinModules } from "./builtins.js";

const page =
  'Cells run in Node, where there is no page. To show HTML: import { display } from "tslab"; display.html("…").';

/** Names that only a page has. */
const ofPages = /^Cannot find name '(window|document|navigator|localStorage|sessionStorage|location|self)'/;

/** What to say in place of TypeScript's words where a name belongs to another platform, or to one of Node's modules. */
export function platformHint(words: string, code: number): string | undefined {
  const name = ofPages.exec(words)?.[1];
  if (name !== undefined) return `Cannot find name '${name}'. ${page}`;
  const missing = code === 2304 ? /'(.*)'/.exec(words)?.[1] : undefined;
  if (missing === undefined || !builtinModules.includes(missing)) return undefined;
  return `${words} Import it: import * as ${missing} from "node:${missing}".`;
}
