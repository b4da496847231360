import { readIdxBeginning } from "../../../dist/images/digits/idx.js";
export async function readIdxFile(path, wanted, { hash } = {}) {
  const r = await fetch(path.replace(/^(https?:)\/(?!\/)/, "$1//")); if (!r.ok) throw Object.assign(new Error("ENOENT"), { code: "ENOENT" });
  const bytes = new Uint8Array(await r.arrayBuffer()); hash?.update(bytes); const h = readIdxBeginning(bytes); if ("fault" in h) return h;
  return { shape: h.shape, data: bytes.slice(h.start, h.start + wanted(h.shape)) };
}
