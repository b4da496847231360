import { join } from "node:path";

/** Where the declarations of the kernel's own globals are, as a file of the notebook's folder that no disk holds. */
export const globalsFile = (folder: string): string => join(folder, "__globals__.d.ts");

/** What `run/door.ts` puts into the global scope. */
export const globals = `
/** Asks the reader for a line of text: \`const name = await input("Your name? ")\`. */
declare function input(prompt?: unknown, options?: { password?: boolean }): Promise<string>;
/** Asks the reader for a line of text that is not shown. */
declare function password(prompt?: unknown): Promise<string>;
`;
