/** A namespace as compiled imports want it: marked as a module, and with the members of a CommonJS package. */
export function asModule(namespace: object): object {
  return new Proxy(namespace, {
    get(target, key) {
      if (key === "__esModule") return true;
      if (key in target) return Reflect.get(target, key);
      const whole = Reflect.get(target, "default") as object | undefined;
      return whole !== null && typeof whole === "object" ? Reflect.get(whole, key) : undefined;
    },
  });
}
