const path = (p) => (p instanceof URL ? p.href : String(p).replace(/^file:\/\/(?=https?:)/, ""));
const cache = new Map();
function sync(p) { p = path(p); if (cache.has(p)) return cache.get(p); const x = new XMLHttpRequest(); x.open("GET", p, false); x.responseType = "arraybuffer"; x.send(); const v = x.status === 200 ? new Uint8Array(x.response) : undefined; cache.set(p, v); return v; }
const dec = new TextDecoder();
export function existsSync(p) { return String(p).includes("/fonts/"); }
export function readFileSync(p, e) { const b = sync(p); if (!b) throw Object.assign(new Error("ENOENT: no such file, " + path(p)), { code: "ENOENT" }); return e ? dec.decode(b) : b; }
export async function readFile(p, e) { p = path(p); const r = await fetch(p); if (!r.ok) throw Object.assign(new Error("ENOENT: no such file, " + p), { code: "ENOENT" }); const b = new Uint8Array(await r.arrayBuffer()); return e ? dec.decode(b) : b; }
const no = async () => { throw new Error("not yet"); };
export const access = no, mkdir = no, writeFile = no, rename = no, readdir = no, stat = no, realpath = no, open = no;
export function statSync() {}
export default { existsSync, readFileSync, readFile };
