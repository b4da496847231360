// A node:test reporter that writes one JSON object a line: the result of each test, and what broke.
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

/** The cause's own words; a file that could not be loaded has only its exit code here, the rest is on stderr. */
function text(error) {
  const cause = error?.cause;
  if (cause instanceof Error || typeof cause?.stack === "string") return cause.stack;
  return String(cause?.message ?? cause ?? error?.message ?? error);
}
