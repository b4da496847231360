/** What a page asks of the service worker: to keep what it has loaded, or the shell of the site. */
export interface OfflineWish {
  readonly keep: "shell" | readonly string[];
}

/**
 * Lets the site's service worker keep what is visited, and asks it to fetch the rest of the site's shell once the page is at
 * rest. A browser without service workers, or one that refuses, misses only this.
 *
 * @param root the site's folder, where service-worker.js lies
 */
export function registerOffline(root: URL): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (workers === undefined || !/^https?:$/.test(root.protocol)) return;
  const start = () =>
    workers
      .register(new URL("service-worker.js", root), { scope: new URL("./", root).pathname })
      .then(() => workers.ready)
      .then(({ active }) => ask(active))
      .catch(() => undefined);
  // A new build brings a new worker, which has not been asked yet.
  workers.addEventListener("controllerchange", () => ask(workers.controller));
  // What the page itself needs goes first.
  if (document.readyState === "complete") void start();
  else addEventListener("load", () => void start(), { once: true });
}

function ask(worker: ServiceWorker | null): void {
  const wish = (keep: OfflineWish["keep"]) => worker?.postMessage({ keep } satisfies OfflineWish);
  wish([location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)]);
  whenIdle(() => wish("shell"));
}

interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
  readonly type?: string;
}

/** Calls when the page has had nothing to do for a while; never where the reader pays for each megabyte. */
function whenIdle(act: () => void): void {
  const { saveData, effectiveType = "", type } = (navigator as { connection?: Connection }).connection ?? {};
  if (saveData || type === "cellular" || /2g$/.test(effectiveType)) return;
  const later = window.requestIdleCallback ?? setTimeout;
  setTimeout(() => later(act), 4000);
}
