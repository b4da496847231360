/** What this kernel gives to cells beside what Node gives, as declarations. */
export const globals = `
/** Asks the reader for a line of text. */
declare function input(prompt?: string, options?: { password?: boolean }): Promise<string>;
/** Asks the reader for a line of text that is not shown while it is typed. */
declare function password(prompt?: string): Promise<string>;
`;
