// A plain server of static files, as any host has one: no special headers, gzip where it is accepted.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";
import { codeOf } from "../errors.mjs";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ipynb": "application/json; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};
const compressible = /^(text\/|application\/(json|wasm|manifest)|image\/svg)|^font\/ttf/;

/** @typedef {{ address: string, close: () => Promise<void>, requests: string[] }} Served */

/**
 * Serves a folder on this machine. `under` puts it below a folder of the host, as "/some/folder/".
 *
 * @param {string} folder
 * @param {{ port?: number, under?: string }} [options]
 * @returns {Promise<Served>}
 */
export async function serveSite(folder, { port = 0, under = "/" } = {}) {
  const base = `/${under}/`.replace(/\/+/g, "/");
  /** @type {string[]} */
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    answer(folder, base, request, response).catch(() => response.destroy());
  });
  await listen(server, port);
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${taken}${base}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<void>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = codeOf(error) === "EADDRINUSE";
      const why = taken ? "another program listens there. Choose one with --port" : error.message;
      reject(new Error(`Cannot serve the site on port ${port}: ${why}.`, { cause: error }));
    });
    server.listen(port, "localhost", resolve);
  });
}

/**
 * @param {string} folder
 * @param {string} base
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, base, request, response) {
  const path = pathIn(request.url ?? "/");
  if (path === undefined || !path.startsWith(base)) return refuse(response, 404);
  const file = join(folder, normalize(path.slice(base.length)));
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    return refuse(response, 404);
  }
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    if (!path.endsWith("/")) return response.writeHead(301, { location: `${path}/` }).end();
    return send(join(file, "index.html"), request, response);
  }
  await send(file, request, response);
}

/** @param {string} url */
function pathIn(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} code
 */
const refuse = (response, code) =>
  void response.writeHead(code, { "content-type": "text/plain" }).end(`${code}`);

/**
 * @param {string} file
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function send(file, request, response) {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(response, 404);
  const type = types[extname(file)] ?? "application/octet-stream";
  const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  /** @type {Record<string, string>} */
  const headers = { "content-type": type, etag: tag, "last-modified": found.mtime.toUTCString() };
  if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
  const zipped = compressible.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (zipped) Object.assign(headers, { "content-encoding": "gzip", vary: "accept-encoding" });
  else headers["content-length"] = String(found.size);
  response.writeHead(200, headers);
  if (request.method === "HEAD") return response.end();
  const source = createReadStream(file);
  if (zipped) pipeline(source, createGzip({ level: 6 }), response, () => undefined);
  else pipeline(source, response, () => undefined);
}
