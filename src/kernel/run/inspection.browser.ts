// How Node looks at values, where there is no Node: as text, and by kind.
import type * as util from "node:util";
import extracted from "node-inspect-extracted";

export const inspect = extracted.inspect as unknown as typeof util.inspect;
export const formatWithOptions = extracted.formatWithOptions as unknown as typeof util.formatWithOptions;

const tagOf = (value: unknown): string => Object.prototype.toString.call(value);
const proxies = new WeakSet<object>();
const OwnProxy = Proxy;

/** Nobody can tell a proxy from outside: those that are made from now on are remembered. */
function rememberProxies(): void {
  const note = <T extends object>(proxy: T): T => {
    proxies.add(proxy);
    return proxy;
  };
  globalThis.Proxy = new OwnProxy(OwnProxy, {
    construct: (target, [of, handler], as) => note(Reflect.construct(target, [of, handler], as) as object),
    get: (target, key, receiver) =>
      key === "revocable"
        ? (of: object, handler: ProxyHandler<object>) => {
            const made = target.revocable(of, handler);
            note(made.proxy);
            return made;
          }
        : Reflect.get(target, key, receiver),
  });
}
rememberProxies();

/** Whether a value has what only promises have inside. */
function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise && tagOf(value) === "[object Promise]" && !proxies.has(value);
}

export const types = {
  isPromise,
  isProxy: (value: unknown): boolean => typeof value === "object" && value !== null && proxies.has(value),
  isNativeError: (value: unknown): value is Error => tagOf(value) === "[object Error]",
  isModuleNamespaceObject: (value: unknown): boolean => tagOf(value) === "[object Module]",
} as unknown as typeof util.types;
