import { loadShared, type ShareScope } from "../../lab/federation.js";
import type { RenderMimeRegistry, Token } from "../../lab/jupyter.js";
import type { Drive } from "./drive.js";
import type {
  Commands,
  DialogButton,
  DocumentManager,
  KernelClient,
  KernelSpecs,
  LabWidget,
  MainMenu,
  NotebookTracker,
} from "./jupyter.js";

/** What this extension takes from the modules of JupyterLab. */
export interface Lab {
  readonly Widget: new (options: { node: HTMLElement }) => LabWidget;
  readonly Menu: new (options: {
    commands: Commands;
  }) => {
    readonly title: { label: string };
    addItem(item: { command?: string; type?: "separator" }): void;
  };
  readonly LabIcon: new (options: { name: string; svgstr: string }) => object;
  readonly Signal: new <T>(sender: object) => import("./jupyter.js").Signal<T>;
  readonly Notification: Notifications;
  readonly Dialog: { createButton(options: DialogButton): DialogButton };
  readonly showDialog: (options: {
    title: string;
    body: LabWidget;
    buttons: readonly DialogButton[];
    defaultButton: number;
  }) => Promise<{ readonly button: DialogButton }>;
  readonly ILatexTypesetter: Token<unknown>;
  readonly IRenderMimeRegistry: Token<RenderMimeRegistry>;
  readonly IKernelSpecs: Token<KernelSpecs>;
  readonly IKernelClient: Token<KernelClient>;
  readonly IDefaultDrive: Token<Drive>;
  readonly INotebookTracker: Token<NotebookTracker>;
  readonly IDocumentManager: Token<DocumentManager>;
  readonly IMainMenu: Token<MainMenu>;
  /** A module that is only fetched when it is needed. */
  readonly later: (name: string) => Promise<Readonly<Record<string, unknown>>>;
}

export interface Notifications {
  emit(
    message: string,
    type: "info" | "success" | "warning" | "error",
    options?: NotificationOptions,
  ): string;
  dismiss(id?: string): void;
}

export interface NotificationOptions {
  /** Milliseconds; false: until it is closed. */
  autoClose?: number | false;
  actions?: readonly { label: string; caption?: string; callback: () => void; displayType?: string }[];
}

const homes = {
  Widget: "@lumino/widgets",
  Menu: "@lumino/widgets",
  LabIcon: "@jupyterlab/ui-components",
  Signal: "@lumino/signaling",
  Notification: "@jupyterlab/apputils",
  Dialog: "@jupyterlab/apputils",
  showDialog: "@jupyterlab/apputils",
  ILatexTypesetter: "@jupyterlab/rendermime",
  IRenderMimeRegistry: "@jupyterlab/rendermime",
  IKernelSpecs: "@jupyterlite/services",
  IKernelClient: "@jupyterlite/services",
  IDefaultDrive: "@jupyterlab/services",
  INotebookTracker: "@jupyterlab/notebook",
  IDocumentManager: "@jupyterlab/docmanager",
  IMainMenu: "@jupyterlab/mainmenu",
} satisfies Record<Exclude<keyof Lab, "later">, string>;

/** Takes from the shared modules what this extension uses. */
export async function takeShared(scope: ShareScope): Promise<Lab> {
  const names = [...new Set(Object.values(homes))];
  const modules = new Map(
    await Promise.all(names.map(async (name) => [name, await loadShared(scope, name)] as const)),
  );
  const taken = Object.entries(homes).map(([thing, home]) => [thing, modules.get(home)?.[thing]]);
  return { ...Object.fromEntries(taken), later: (name: string) => loadShared(scope, name) } as unknown as Lab;
}
