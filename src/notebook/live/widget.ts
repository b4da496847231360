import type { Comm, CommKernel } from "../comm.js";

// A widget as Jupyter's front ends know it: https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md

/** The version of that protocol. */
const protocol = "2.1.0";
/** Where a page that was loaded again asks for all widgets at once. */
const control = { target: "jupyter.widget.control", version: "1.0.0" };

/** The front end that runs a widget's own program: https://anywidget.dev, in the version that set-up installs. */
export const anywidgetVersion = "~0.11.*";

/** The MIME type by which an output names its widget. */
export const widgetMime = "application/vnd.jupyter.widget-view+json";

/** What makes any widget one that brings its program along. */
const anywidget = {
  _model_module: "anywidget",
  _model_module_version: anywidgetVersion,
  _model_name: "AnyModel",
  _view_module: "anywidget",
  _view_module_version: anywidgetVersion,
  _view_name: "AnyView",
  _view_count: null,
  _dom_classes: [],
};

type State = Readonly<Record<string, unknown>>;

/** A widget that front ends show. */
export interface Widget {
  /** The form of an output that shows it. */
  readonly view: object;
  /** Changes its state, here and in the page. */
  update(changes: State): void;
  /** Changes its state here alone: a page that is loaded later begins with it. */
  keep(changes: State): void;
  /** Sends the page a message. */
  say(content: object): void;
}

/** The widgets of this kernel whose comm is open. */
const open = new Map<string, () => State>();
/** The kernels that answer for them. */
const listening = new WeakSet<CommKernel>();

/**
 * Makes a widget of anywidget.
 *
 * @param program an ES module whose default has a function `render`
 * @param received called with each message of the page
 */
export function openWidget(
  kernel: CommKernel,
  program: string,
  first: State,
  received: (content: unknown) => void,
): Widget {
  answerPages(kernel);
  let state: State = { ...anywidget, _anywidget_id: "convlab.live", _esm: program, _css: "", ...first };
  const comm = kernel.openComm(
    "jupyter.widget",
    { state, buffer_paths: [] },
    { metadata: { version: protocol } },
  );
  open.set(comm.id, () => state);
  comm.onClose = () => open.delete(comm.id);
  comm.onMessage = ({ data }) => {
    const { method, content } = data as { readonly method?: unknown; readonly content?: unknown };
    if (method === "request_state") send(comm, { method: "update", state, buffer_paths: [] });
    else if (method === "custom") received(content);
  };
  return {
    view: { version_major: 2, version_minor: 0, model_id: comm.id },
    update(changes) {
      state = { ...state, ...changes };
      send(comm, { method: "update", state: changes, buffer_paths: [] });
    },
    keep(changes) {
      state = { ...state, ...changes };
    },
    say: (content) => send(comm, { method: "custom", content }),
  };
}

/** A page that has closed its side hears nothing more. */
function send(comm: Comm, data: object): void {
  if (open.has(comm.id)) comm.send(data);
}

/** From now on a page learns of all widgets when it is loaded again. */
function answerPages(kernel: CommKernel): void {
  if (listening.has(kernel)) return;
  listening.add(kernel);
  kernel.registerComm(control.target, (comm) => {
    comm.onMessage = ({ data }) => {
      if ((data as { readonly method?: unknown }).method !== "request_states") return;
      const states = Object.fromEntries([...open].map(([id, stateOf]) => [id, described(stateOf())]));
      comm.send({ method: "update_states", states, buffer_paths: [] });
    };
  });
}

function described(state: State): object {
  const { _model_name, _model_module, _model_module_version } = state;
  return {
    model_name: _model_name,
    model_module: _model_module,
    model_module_version: _model_module_version,
    state,
  };
}
