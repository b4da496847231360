import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Installation {
  homeOf(root: string): string;
  commandOf(root: string, command: string, rest?: string): string;
}

// Set-up has the one piece of code that knows where things lie. It is plain JavaScript outside of src, hence the address.
const script = fileURLToPath(new URL("../../scripts/installation.cjs", import.meta.url));
const { homeOf, commandOf }: Installation = createRequire(import.meta.url)(script);
const root = dirname(dirname(script));

/** Loads a package that set-up brings: from the checkout, or in a project from `.convlab/`. */
export const requireFromSetup = createRequire(join(homeOf(root), "package.json"));

/** How the reader types one of this package's commands: `npm run setup`, or `npx convlab setup`. */
export const commandText = (command: string, rest?: string): string => commandOf(root, command, rest);
