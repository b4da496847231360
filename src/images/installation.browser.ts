// The twin of `installation.ts` in a browser, where nothing is installed.

export const requireFromSetup = (name: string): never => {
  throw new Error(`Cannot load ${name}: a browser has no packages of Node. Use the installation.`);
};

/** What a reader types who has the installation. */
export const commandText = (command: string, rest = ""): string => `npm run ${command} ${rest}`.trim();
