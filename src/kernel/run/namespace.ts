import { inspect } from "./inspection.js";

const views = new WeakMap<object, object>();

/**
 * What `import` gives of a CommonJS module, as bundlers do it: all properties of `module.exports`, read when they are
 * asked for, and as `default` the whole, or what a compiled ES module calls so.
 */
export function viewOf(exports: unknown): object {
  if ((typeof exports !== "object" && typeof exports !== "function") || exports === null)
    return newView(exports);
  const held = views.get(exports);
  if (held !== undefined) return held;
  const view = newView(exports);
  views.set(exports, view);
  return view;
}

function newView(exports: unknown): object {
  const whole = Object(exports ?? {}) as object;
  const memberOf = (key: PropertyKey): unknown => {
    if (key === "__esModule") return true;
    if (key === Symbol.toStringTag) return "Module";
    if (key === inspect.custom) return undefined;
    if (key !== "default") return Reflect.get(whole, key, whole);
    const { __esModule: compiled, default: named } = isCompiled(whole) ? whole : {};
    return compiled === true && "default" in whole ? named : exports;
  };
  const has = (key: PropertyKey): boolean =>
    key === "default" || key === "__esModule" || Reflect.has(whole, key);
  const target = Object.create(null) as object;
  // Printing looks at the target itself.
  const shown = (_: number, options: object): string => inspect(exports, options);
  Object.defineProperty(target, inspect.custom, { value: shown, configurable: true });
  return new Proxy(target, {
    get: (_, key) => memberOf(key),
    has: (_, key) => has(key),
    ownKeys: () => [
      ...new Set([...Object.keys(whole).filter((key) => key !== "__esModule"), "default", inspect.custom]),
    ],
    getOwnPropertyDescriptor: (_, key) =>
      key === inspect.custom || !has(key)
        ? Reflect.getOwnPropertyDescriptor(target, key)
        : { get: () => memberOf(key), enumerable: key !== "__esModule", configurable: true },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}

function isCompiled(whole: object): whole is { __esModule: unknown; default: unknown } {
  return (whole as { __esModule?: unknown }).__esModule === true;
}

/** The namespace of an ES module as compiled imports want it: marked as a module. It has its own names only. */
export function asModule(namespace: object): object {
  if ((namespace as { __esModule?: unknown }).__esModule === true) return namespace;
  return new Proxy(namespace, {
    get: (target, key) => (key === "__esModule" ? true : Reflect.get(target, key)),
  });
}
