// A node:test reporter that writes one JSON object a line: the result of each test, and what broke.

/**
 * What was thrown in a test; it may have lost its class on the way from the test's process.
 *
 * @typedef {{ stack?: string, message?: string, cause?: Thrown, failureType?: string }} Thrown
 *
 * @typedef {object} TestResult
 * @property {string} name
 * @property {string} [file]
 * @property {number} [line]
 * @property {string | boolean} [skip]
 * @property {string | boolean} [todo]
 * @property {{ type?: string, error?: Thrown, duration_ms?: number }} [details]
 */

/** @param {AsyncIterable<{ type: string, data: TestResult }>} events */
export default async function* reporter(events) {
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const ok = type === "test:pass";
    // A suite only gathers: it counts when it failed without a failing test in it (a broken hook).
    const error = data.details?.error;
    if (data.details?.type === "suite" && (ok || error?.failureType === "subtestsFailed")) continue;
    yield `${JSON.stringify({
      convlab: "test",
      name: data.name,
      file: data.file,
      line: data.line,
      ok: ok || data.todo !== undefined,
      skipped: data.skip !== undefined || (data.todo !== undefined && !ok),
      seconds: Math.round(data.details?.duration_ms ?? 0) / 1000,
      error: ok ? undefined : text(error),
    })}\n`;
  }
}

/**
 * The cause's own words; a file that could not be loaded has only its exit code here, the rest is on stderr.
 *
 * @param {Thrown | undefined} error
 */
function text(error) {
  const cause = error?.cause;
  if (typeof cause?.stack === "string") return cause.stack;
  return String(cause?.message ?? cause ?? error?.message ?? error);
}
