import { keptFiles, packWork, unpackWork, type WorkFile } from "./archive.js";
import { copyFromSite, lessonOf } from "./copies.js";
import { askAboutClashes, chooseFile, download } from "./dialogs.js";
import type { Drive } from "./drive.js";
import type { App, DocumentManager, NotebookTracker } from "./jupyter.js";
import { merge, planMerge } from "./merge.js";
import { saveAll } from "./saving.js";
import type { Lab } from "./shared.js";

/** What the commands of "My work" act on. */
export interface Desk {
  readonly lab: Lab;
  readonly app: App;
  readonly drive: Drive;
  readonly documents: DocumentManager;
  readonly tracker: NotebookTracker;
}

/** The notebook that is looked at, as a file. */
export async function downloadNotebook({ tracker }: Desk): Promise<void> {
  const panel = tracker.currentWidget;
  if (panel === null) return;
  const text = `${JSON.stringify(panel.context.model.toJSON(), null, 1)}\n`;
  download(panel.context.path.replace(/^.*\//, ""), new TextEncoder().encode(text));
}

/** All that is kept in this browser, as one file. */
export async function downloadAll({ lab, drive }: Desk): Promise<void> {
  await saveAll();
  const files = await keptFiles(drive);
  if (files.length === 0) {
    lab.Notification.emit(
      "There is nothing to download yet: you have not changed a lesson or made a file.",
      "info",
    );
    return;
  }
  download(`convlab-work-${new Date().toISOString().slice(0, 10)}.zip`, packWork(files));
}

/** Takes back what was downloaded, or any notebook or file. */
export async function uploadWork(desk: Desk): Promise<void> {
  const file = await chooseFile();
  if (file === undefined) return;
  try {
    await takeIn(desk, await filesIn(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    desk.lab.Notification.emit(reason.slice(0, 140), "error", { autoClose: false });
  }
}

async function takeIn(desk: Desk, files: readonly WorkFile[]): Promise<void> {
  const { drive, lab, app, tracker } = desk;
  await saveAll();
  const plan = await planMerge(drive, files);
  const choice = plan.clashes.length === 0 ? "both" : await askAboutClashes(lab, plan.clashes);
  if (choice === undefined) return;
  const places = await merge(app.serviceManager.contents, plan, choice);
  await showAgain(tracker, places);
  const same = plan.same.length === 0 ? "" : ` ${counted(plan.same.length)} here already.`;
  lab.Notification.emit(`${counted(places.length)} taken in.${same}`, "success", { autoClose: 8_000 });
}

/** A copy of the lesson as the site has it, beside what the reader made of it. */
export async function freshCopy({ app, documents, tracker }: Desk): Promise<void> {
  const path = tracker.currentWidget?.context.path;
  if (path === undefined) return;
  documents.openOrReveal(await copyFromSite(app.serviceManager.contents, lessonOf(path), "fresh copy"));
}

async function filesIn(file: File): Promise<WorkFile[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const modified = new Date(file.lastModified).toISOString();
  const files = file.name.endsWith(".zip") ? unpackWork(bytes) : [{ path: file.name, bytes, modified }];
  for (const { path, bytes: content } of files) if (path.endsWith(".ipynb")) checkNotebook(path, content);
  if (files.length === 0)
    throw new Error(`Cannot upload ${file.name}: it holds no files. Choose another one.`);
  return files;
}

function checkNotebook(path: string, bytes: Uint8Array): void {
  try {
    if (Array.isArray(JSON.parse(new TextDecoder().decode(bytes)).cells)) return;
  } catch {
    // Said below.
  }
  throw new Error(`Cannot upload ${path}: it is not a notebook. Download it again where it came from.`);
}

/** What is open and was replaced is read again. */
async function showAgain(tracker: NotebookTracker, places: readonly string[]): Promise<void> {
  const reverts: Promise<void>[] = [];
  tracker.forEach(({ context }) => {
    if (places.includes(context.path)) reverts.push(context.revert());
  });
  await Promise.all(reverts);
}

const counted = (files: number): string => (files === 1 ? "1 file" : `${files} files`);
