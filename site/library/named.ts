/** Gives what a module exports its own names back: packed code has shorter ones, and readers print functions. */
export function named<Module extends object>(module: Module): Module {
  for (const [name, value] of Object.entries(module))
    if (typeof value === "function" && value.name !== name)
      Object.defineProperty(value, "name", { value: name, configurable: true });
  return module;
}
