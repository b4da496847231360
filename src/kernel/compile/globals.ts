import { join } from "node:path";

/** Where the declarations of the kernel's own globals are, as a file of the notebook's folder that no disk holds. */
export const globalsFile = (folder: string): string => join(folder, "__globals__.d.ts");

/** What `run/door.ts` puts into the global scope. */
export const globals = `
/** Asks the reader for a line of text: \`const name = await input("Your name? ")\`. */
declare function input(prompt?: unknown, options?: { password?: boolean }): Promise<string>;
/** Asks the reader for a line of text that is not shown. */
declare function password(prompt?: unknown): Promise<string>;
/** Asks the reader for a line of text; an empty answer gives \`preset\`. Not as in a browser, it needs \`await\`: \`const name = await prompt("Your name?", "Ada")\`. */
declare function prompt(text?: unknown, preset?: unknown): Promise<string>;
/** Asks the reader for yes or no; whatever is not yes is no. Not as in a browser, it needs \`await\`: \`if (await confirm("Go on?")) …\`. */
declare function confirm(text?: unknown): Promise<boolean>;
/** Shows a text and waits until the reader has answered it. Not as in a browser, it needs \`await\`: \`await alert("Done")\`. */
declare function alert(text?: unknown): Promise<void>;
/** Shows values one below the other, each as the result of a cell would be: \`display(table, picture)\`. */
declare function display(...values: unknown[]): Promise<void>;
`;
