export class Buffer extends Uint8Array {
  static from(x, e) { return e === "latin1" || typeof x === "string" ? new Buffer(new TextEncoder().encode(x)) : ArrayBuffer.isView(x) || Array.isArray(x) ? Uint8Array.from.call(Buffer, x) : new Buffer(...arguments); }
  static alloc(n) { return new Buffer(n); }
  static concat(list) { const all = new Buffer(list.reduce((s, x) => s + x.length, 0)); let at = 0; for (const x of list) { all.set(x, at); at += x.length; } return all; }
  static byteLength(s) { return new TextEncoder().encode(s).length; }
  static isBuffer() { return false; }
  writeUInt32BE(v, at = 0) { new DataView(this.buffer, this.byteOffset).setUint32(at, v >>> 0); }
  toString(e) { if (e === "base64") { let s = ""; for (let i = 0; i < this.length; i += 8192) s += String.fromCharCode(...this.subarray(i, i + 8192)); return btoa(s); } return new TextDecoder().decode(this); }
}
const L = {};
export const process = { browser: true, env: {}, platform: "browser", pid: 1, arch: "wasm", version: "v20.0.0", versions: {}, argv: [], on(e, f) { (L[e] ??= []).push(f); }, off(e, f) { L[e] = (L[e] ?? []).filter((x) => x !== f); }, emit(e) { for (const f of [...(L[e] ?? [])]) f(); }, cwd: () => "/", nextTick: (f, ...a) => queueMicrotask(() => f(...a)), stdout: {}, stderr: {}, hrtime: Object.assign(() => [0, 0], { bigint: () => 0n }), emitWarning() {}, binding() { return {}; } };
globalThis[Symbol.for("convlab.interrupt")]?.addEventListener("interrupt", () => process.emit("SIGINT"));
const ch = new MessageChannel(), q = []; ch.port1.onmessage = () => q.shift()?.();
export const setImmediate = (f, ...a) => { q.push(() => f(...a)); ch.port2.postMessage(0); return 0; };
export const setTimeout = (...a) => Object.assign(new Number(self.setTimeout(...a)), { unref() { return this; } });
