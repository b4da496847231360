/** Of what has this attribute, JupyterLab takes no key for a shortcut. */
const leaveKeys = "data-lm-suppress-shortcuts";

/**
 * Leaves keys to what has the focus inside an output: arrows move a slider, letters choose from a list. Escape goes back to
 * the cell. Shortcuts with Control, Alt or Command stay JupyterLab's, and so does Shift with Enter, which runs the cell.
 */
export function giveKeysToOutputs(): void {
  // On the way down, before whoever listens for shortcuts.
  window.addEventListener("keydown", (event) => handle(event), true);
}

function handle(event: KeyboardEvent): void {
  const output = outputAround(event.target);
  if (output === undefined) return;
  const focused = event.target as HTMLElement;
  focused.toggleAttribute(leaveKeys, !isShortcut(event));
  if (event.key !== "Escape" || isShortcut(event)) return;
  const cell = output.closest<HTMLElement>(".jp-Cell");
  if (cell === null) focused.blur();
  else cell.focus({ preventScroll: true });
}

/** The output that something in the page is part of. A cell's question for input has keys of its own. */
export function outputAround(target: EventTarget | null): Element | undefined {
  if (!(target instanceof Element) || target.closest(".jp-Stdin") !== null) return undefined;
  return target.closest(".jp-OutputArea-output") ?? undefined;
}

function isShortcut({ ctrlKey, altKey, metaKey, shiftKey, key }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey || (shiftKey && key === "Enter");
}
