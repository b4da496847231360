/** The version of what runs cells. */
export const platform = process.version;
