/**
 * Refuses options that are none, or that have a name nobody reads: a setting that is overlooked looks like one that is obeyed.
 *
 * @param known the names that are read
 * @param elsewhere what other libraries call an option, and what it is called here
 *
 * @throws {TypeError} if there are none, or one has another name: `Cannot <action>: there is no option callbacks. There are …`
 *
 * @example requireOptions("evaluate", { scale: 1 }, ["scale", "batchSize"])
 */
export function requireOptions(
  action: string,
  options: unknown,
  known: readonly string[],
  elsewhere: Readonly<Record<string, string>> = {},
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const given = options === undefined ? "are missing" : `are ${options === null ? "null" : typeof options}`;
    throw new TypeError(`Cannot ${action}: the options ${given}. Give an object of ${known.join(", ")}.`);
  }
  const unknown = Object.entries(options).find(
    ([name, value]) => value !== undefined && !known.includes(name),
  );
  if (unknown === undefined) return;
  const [name] = unknown;
  const hint = Object.hasOwn(elsewhere, name) ? ` Here it is ${elsewhere[name]}.` : "";
  throw new TypeError(`Cannot ${action}: there is no option ${name}.${hint} There are ${known.join(", ")}.`);
}

/**
 * Refuses what is not on the list of an option. One that is left out has its default.
 *
 * @throws {RangeError} if a value is none of its choices: `Cannot <action>: loss is "none". Give one of equation9, equation8.`
 *
 * @example requireChoices("build LeNet-5", { optimizer: "adam" }, { optimizer: ["adam", "momentum"] })
 */
export function requireChoices(
  action: string,
  options: object,
  choices: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [name, value] of Object.entries(options)) {
    const list = Object.hasOwn(choices, name) ? choices[name] : undefined;
    if (value === undefined || list === undefined || list.includes(value)) continue;
    const given = typeof value === "string" ? JSON.stringify(value) : typeof value;
    throw new RangeError(`Cannot ${action}: ${name} is ${given}. Give one of ${list.join(", ")}.`);
  }
}
