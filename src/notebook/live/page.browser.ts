/** The twin of `page.ts` in a browser: the site has no front end of widgets. */
export function pageProgram(): string | undefined {
  return undefined;
}
