/** What a measurement found: numbers, or lists of them. */
export type Result = Readonly<Record<string, number | readonly number[] | readonly (readonly number[])[]>>;
