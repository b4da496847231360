/** The version of what runs cells: it is no Node. */
export const platform = "";
