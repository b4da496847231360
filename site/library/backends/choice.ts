import { version_core } from "@tensorflow/tfjs-core";
import { type Backend, isBackend } from "./names.js";

/** A choice holds for this browser as it is, and this TensorFlow. */
const made = (): string => `${navigator.userAgent}, ${version_core}`;
const key = (folder: string): string => new URL("backend-choice", folder).href;
const store = (): Promise<Cache> => caches.open("convlab backend");

/** The backend that a trial found best here, if there was one. A browser that keeps nothing has none. */
export async function rememberedChoice(folder: string): Promise<Backend | undefined> {
  try {
    const answer = await (await store()).match(key(folder));
    const kept = answer && (await answer.json());
    return kept?.made === made() && isBackend(kept.choice) ? kept.choice : undefined;
  } catch {
    return undefined;
  }
}

export async function rememberChoice(folder: string, choice: Backend): Promise<void> {
  try {
    await (await store()).put(key(folder), Response.json({ choice, made: made() }));
  } catch {
    // Then the next start tries again.
  }
}
