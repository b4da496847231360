import { globalRefusal } from "./refusals.js";

const page =
  'Cells run beside the page and do not see it. To show HTML: import { display } from "tslab"; display.html("…").';

/** Names that only a page has. */
const ofPages = /^Cannot find name '(window|document|localStorage|sessionStorage)'/;

/** What to say in place of TypeScript's words where a name belongs to a page or to Node. */
export function platformHint(words: string, _code: number): string | undefined {
  const onPage = ofPages.exec(words)?.[1];
  if (onPage !== undefined) return `Cannot find name '${onPage}'. ${page}`;
  const name = /^Cannot find name '([^']+)'/.exec(words)?.[1];
  return name === undefined ? undefined : globalRefusal(name);
}
