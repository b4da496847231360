import { emitOptions } from "./options.js";
import { type Transform, translate } from "./transform.js";

/** By TypeScript, where nothing but types is to go. */
export const plainly: Transform = translate({
  options: emitOptions({}, false),
  extension: ".ts",
  load: (module) => module,
  meaningOf: () => undefined,
  placeholders: new Map(),
  imports: "",
});
