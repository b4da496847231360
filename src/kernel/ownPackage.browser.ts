/** The folder of the package that this kernel belongs to, on the disk that a page has. */
export const ownFolder = "/node_modules/convlab";

/** The folder from which a module is looked for when somebody in `folder` asks: always that one. */
export function lookupFolder(_specifier: string, folder: string): string {
  return folder;
}
