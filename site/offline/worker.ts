/// <reference lib="webworker" />
import { isNamedByContent, isPage, pathOf, type SiteFiles } from "./files.js";
import type { OfflineWish } from "./register.js";
import { Store } from "./store.js";

// The site's service worker. What was visited works offline afterwards, and the shell of the site does after a while.
// Whatever goes wrong here, the request goes to the network as if there were no worker.

declare const self: ServiceWorkerGlobalScope;
/** Written in when the site is built. */
declare const site: SiteFiles;

const scope = new URL("./", self.location.href).href;
const store = new Store(site, scope);
/** A page from the network is waited for so long where there is one at hand, in milliseconds. */
const patience = 4000;

/** Whether the host has the build that this worker knows; asked once a page. Without a connection it counts as such. */
let current: Promise<boolean> | undefined;

function isCurrent(): Promise<boolean> {
  current ??= fetch(new URL("version.txt", scope), { cache: "no-store" })
    .then(async (answer) => !answer.ok || (await answer.text()).trim() === site.version)
    .catch(() => true);
  return current;
}

async function page(path: string, request: Request): Promise<Response> {
  current = undefined;
  void isCurrent();
  const kept = await store.find(path, true);
  const fresh = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([fresh.catch(() => undefined), ...(kept ? [late] : [])]);
  // A host in trouble is no better than none.
  if (answer === undefined || answer.status >= 500) return kept ?? answer ?? (await lost(fresh));
  if (await isCurrent()) await store.keep(path, answer.clone());
  return answer;
}

/** Offline, and never been there: the start page says what there is. */
async function lost(fresh: Promise<Response>): Promise<Response> {
  const start = await store.find("index.html", true);
  return start === undefined ? fresh : Response.redirect(scope);
}

async function file(path: string, request: Request): Promise<Response> {
  const known = isNamedByContent(path) || (await isCurrent());
  const kept = known ? await store.find(path, isNamedByContent(path)) : undefined;
  if (kept !== undefined) return kept;
  const answer = await fetch(request).catch(async (error: unknown) => {
    const old = await store.find(path, true);
    if (old === undefined) throw error;
    return old;
  });
  if (known) await store.keep(path, answer.clone());
  return answer;
}

/** Keeps what a page had loaded before this worker was there; it is mostly still in the browser's own cache. */
async function keepLoaded(addresses: readonly string[]): Promise<void> {
  const paths = new Set(addresses.map((address) => pathOf(address, scope)));
  await keepAll([...paths].filter((path) => path !== undefined && path in site.files) as string[]);
}

/** Fetches what is missing, one file after the other; stops where there is no connection. */
async function keepAll(paths: readonly string[]): Promise<void> {
  if (!(await isCurrent())) return;
  for (const path of paths) {
    if ((await store.find(path)) !== undefined) continue;
    const answer = await fetch(new URL(path, scope), { priority: "low" }).catch(() => undefined);
    if (answer === undefined) return;
    await store.keep(path, answer);
  }
}

/** The files of the shell, in the order in which the build lists them. */
const shell = (): string[] => Object.keys(site.files).filter((path) => site.files[path]?.[1]);

self.addEventListener("install", () => void self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), store.clean().catch(() => undefined)]));
});

self.addEventListener("message", (event) => {
  const { keep } = (event.data ?? {}) as Partial<OfflineWish>;
  if (keep === undefined) return;
  const work = keep === "shell" ? keepAll(shell()) : keepLoaded(keep);
  event.waitUntil(work.catch(() => undefined));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.method === "GET" ? pathOf(request.url, scope) : undefined;
  if (path === undefined || request.headers.has("range")) return;
  const known = site.files[path] !== undefined || isNamedByContent(path);
  if (!known && request.mode !== "navigate") return;
  const answer = isPage(path) || request.mode === "navigate" ? page(path, request) : file(path, request);
  event.respondWith(answer.catch(() => fetch(request)));
});
