import { refusal } from "../compile/refusals.js";
import { providedModule } from "./provided.js";

/** Loads modules for the cells of a notebook: those that come with this page. */
export class Modules {
  /** What cells call `require`: there is none. */
  readonly require = undefined;

  /** What `import` of a cell gives. */
  async load(specifier: string): Promise<object> {
    const load = providedModule(specifier);
    if (load === undefined) throw new Error(refusal(specifier));
    return load();
  }

  /** What `import.meta.resolve` of a cell gives. */
  resolve(specifier: string): string {
    if (providedModule(specifier) === undefined) throw new Error(refusal(specifier));
    return specifier;
  }
}
