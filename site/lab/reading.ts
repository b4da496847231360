import { plainButton } from "./elements.js";
import { plainPage } from "./places.js";

/** Without what a page of the site has around its lesson, and without answers to what the notebook will ask. */
const alone =
  ".outputs, body > .skip, header.bar, nav, footer { display: none !important } .lesson { display: block !important; max-width: 60rem !important }";

/** How far somebody has scrolled who reads, in pixels. */
const reads = 100;

export interface Reading {
  /** When it can be read, or there is nothing to read. */
  readonly shown: Promise<void>;
  /** Called when the notebook stands there. */
  ready(): void;
}

/**
 * Shows a lesson as a page as soon as the site answers: it can be read while JupyterLab and the kernel are on their way. It
 * goes when the notebook is there, at once or, where somebody has begun to read, when they ask for it.
 */
export function readMeanwhile(notebook: string): Reading {
  const frame = document.createElement("iframe");
  frame.title = "The lesson, to be read meanwhile";
  // No scripts: the charts come alive in the notebook.
  frame.setAttribute("sandbox", "allow-same-origin allow-top-navigation-by-user-activation");
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.textContent =
    "The notebook is being made ready. You can read the lesson meanwhile, without its results.";
  const cover = document.createElement("div");
  cover.id = "convlab-reading";
  cover.append(line, frame);
  let ready = false;
  const shown = pageOf(notebook).then(async (page) => {
    if (page === undefined || ready) return;
    const drawn = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    frame.srcdoc = page;
    document.body.append(cover);
    await drawn;
  });
  return {
    shown,
    ready() {
      ready = true;
      if ((frame.contentWindow?.scrollY ?? 0) < reads) return cover.remove();
      line.replaceChildren(
        "The notebook is ready. ",
        plainButton("Open it", () => cover.remove()),
      );
    },
  };
}

/** The page without what is around the lesson; undefined for a notebook that is none of the lessons. */
async function pageOf(notebook: string): Promise<string | undefined> {
  const address = plainPage(notebook);
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const head = `<head><base href="${address}" target="_top"><style>${alone}</style>`;
  return (await response.text()).replace("<head>", () => head);
}
