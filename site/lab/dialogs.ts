import type { Choice, Clash } from "./merge.js";
import type { Lab } from "./shared.js";

/** Hands bytes to the reader as a file. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  // The browser takes its time to begin.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Lets the reader choose a file; undefined where none is chosen. */
export function chooseFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".zip,.ipynb";
    input.className = "convlab-upload";
    input.hidden = true;
    document.body.append(input);
    const end = () => {
      input.remove();
      resolve(input.files?.[0]);
    };
    input.addEventListener("change", end);
    input.addEventListener("cancel", end);
    input.click();
  });
}

/** Says which files differ and which is newer, and asks what to do; undefined: nothing. */
export async function askAboutClashes(lab: Lab, clashes: readonly Clash[]): Promise<Choice | undefined> {
  const body = document.createElement("div");
  const text = document.createElement("p");
  text.textContent = "These files are here already and differ from the uploaded ones:";
  const list = document.createElement("ul");
  list.append(...clashes.map(itemOf));
  body.append(text, list);
  const choices: readonly { label: string; choice?: Choice; caption: string }[] = [
    { label: "Cancel", caption: "Changes nothing" },
    { label: "Replace mine", choice: "uploaded", caption: "Keeps the uploaded files only" },
    { label: "Keep mine", choice: "kept", caption: "Takes in only what is not here" },
    { label: "Keep both", choice: "both", caption: "Puts the uploaded ones beside" },
  ];
  const { button } = await lab.showDialog({
    title: "Keep which?",
    body: new lab.Widget({ node: body }),
    buttons: choices.map(({ label, caption, choice }) =>
      lab.Dialog.createButton({
        label,
        caption,
        accept: choice !== undefined,
        displayType: choice === "uploaded" ? "warn" : "default",
      }),
    ),
    defaultButton: choices.length - 1,
  });
  return choices.find(({ label }) => label === button.label)?.choice;
}

function itemOf({ file, kept, newer }: Clash): HTMLElement {
  const item = document.createElement("li");
  const said = {
    uploaded: "the uploaded one is newer",
    kept: "the one here is newer",
    unknown: "when the uploaded one was changed is not known",
  }[newer];
  const times = [
    `here: ${timeText(kept)}`,
    file.modified === undefined ? "" : `uploaded: ${timeText(file.modified)}`,
  ];
  item.textContent = `${file.path}: ${said} (${times.filter(Boolean).join(", ")})`;
  return item;
}

const timeText = (time: string): string =>
  new Date(time).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
