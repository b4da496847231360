// What of JupyterLab's interfaces this extension uses. The objects come from the page at run time.

import type { Token } from "../../lab/jupyter.js";
import type { Notebook } from "../../scripts/edition.mjs";
import type { JupyterMessage } from "../kernel/messages.js";
import type { Contents } from "./drive.js";

export interface Signal<T> {
  connect(listener: (sender: unknown, args: T) => void): boolean;
  disconnect(listener: (sender: unknown, args: T) => void): boolean;
  emit(args: T): void;
}

export interface Plugin {
  readonly id: string;
  readonly description: string;
  readonly autoStart: true;
  readonly requires?: readonly Token<unknown>[];
  readonly provides?: Token<unknown>;
  activate(app: App, ...services: never[]): unknown;
}

export interface App {
  readonly started: Promise<void>;
  readonly restored: Promise<void>;
  readonly commands: Commands;
  readonly shell: Shell;
  readonly serviceManager: { readonly contents: Contents; readonly sessions: Sessions };
}

export interface Commands {
  addCommand(id: string, options: CommandOptions): void;
  execute(id: string, args?: object): Promise<unknown>;
}

export interface CommandOptions {
  label: string;
  caption?: string;
  isEnabled?: () => boolean;
  execute: () => unknown;
}

export interface Shell {
  add(widget: LabWidget, area: string, options?: { rank?: number }): void;
  activateById(id: string): void;
  collapseLeft(): void;
}

export interface LabWidget {
  id: string;
  readonly node: HTMLElement;
  readonly title: { label: string; caption: string; icon: unknown };
  readonly disposed: Signal<void>;
  addClass(name: string): void;
}

export interface Sessions {
  refreshRunning(): Promise<void>;
  running(): Iterable<{ readonly path: string; readonly kernel: { readonly id: string } | null }>;
}

export interface KernelOptions {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly sendMessage: (message: JupyterMessage) => void;
}

/** What JupyterLite asks of a kernel. */
export interface LiteKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly ready: Promise<void>;
  readonly isDisposed: boolean;
  readonly disposed: Signal<void>;
  handleMessage(message: JupyterMessage): Promise<void>;
  dispose(): void;
}

export interface KernelSpecs {
  register(kernel: { spec: object; create: (options: KernelOptions) => Promise<LiteKernel> }): void;
}

export interface KernelClient {
  interrupt(id: string): Promise<void>;
}

export interface NotebookPanel extends LabWidget {
  /** When its cells stand there. */
  readonly revealed: Promise<void>;
  readonly context: DocumentContext;
  readonly contentHeader: { addWidget(widget: LabWidget): void; fit(): void };
}

export interface DocumentContext {
  readonly path: string;
  readonly ready: Promise<void>;
  readonly model: { dirty: boolean; readonly contentChanged: Signal<void>; toJSON(): Notebook };
  save(): Promise<void>;
  revert(): Promise<void>;
}

export interface NotebookTracker {
  readonly currentWidget: NotebookPanel | null;
  readonly currentChanged: Signal<NotebookPanel | null>;
  readonly widgetAdded: Signal<NotebookPanel>;
  forEach(each: (panel: NotebookPanel) => void): void;
}

export interface DocumentManager {
  openOrReveal(path: string): LabWidget | undefined;
}

export interface MainMenu {
  addMenu(menu: unknown, update: boolean, options: { rank: number }): void;
}

export interface DialogButton {
  label: string;
  caption?: string;
  accept?: boolean;
  displayType?: "default" | "warn";
}
