/** The names of the packages that an import finds: those that come with the page. */
export function packagesAbove(_folder: string): string[] {
  return ["convlab", "tslab"];
}
