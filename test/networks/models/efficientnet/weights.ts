import type { TestContext } from "node:test";
import { optionalSource } from "../../../../src/images/optionalSource.js";

/** Fetches what a test needs once a machine. Without a network the test is skipped and says so; any other trouble fails. */
export async function fetched(t: TestContext, ...ids: string[]): Promise<boolean> {
  try {
    for (const id of ids) await optionalSource(id);
    return true;
  } catch (error) {
    if (!/out of reach/.test(String(error))) throw error;
    t.skip(`no network: ${ids.join(", ")} cannot be fetched`);
    return false;
  }
}
