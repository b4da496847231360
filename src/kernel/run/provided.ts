/** The modules that a page's kernel has, by the names under which cells import them. */
type Provided = Readonly<Record<string, () => Promise<object>>>;

let provided: Provided = {};

/** From now on cells find these modules; what makes one is called when it is first imported. */
export function provide(modules: Provided): void {
  provided = modules;
}

/** A module that cells may import; undefined where there is none. */
export function providedModule(specifier: string): (() => Promise<object>) | undefined {
  return Object.hasOwn(provided, specifier) ? provided[specifier] : undefined;
}
