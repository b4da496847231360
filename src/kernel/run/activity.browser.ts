/** How much begins in the name of a cell: nobody can watch that here. */
export const activityOf = async (): Promise<number> => 0;
