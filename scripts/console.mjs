// What set-up and start say: one line for each step, and a bar while it runs when somebody is watching.
import { isRefusal, messageOf } from "./errors.mjs";

/**
 * @typedef {ReturnType<typeof createConsole>} Console
 * @typedef {ReturnType<Console["step"]>} Line a line that lives while its work runs
 */

const barWidth = 24;
const redrawEvery = 100; // milliseconds, on a terminal
const sayEvery = 15_000; // milliseconds, in a log

/**
 * "853 MB": decimal units, as download pages give them.
 *
 * @param {number} bytes
 */
export function sizeText(bytes) {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`;
  return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1e3))} kB`;
}

/**
 * "0.4 s", "12 s", "2 min 5 s".
 *
 * @param {number} milliseconds
 */
export function timeText(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * "[#####…] 45%" for a part from 0 to 1.
 *
 * @param {number} part
 */
export function barText(part) {
  const filled = Math.round(Math.min(1, Math.max(0, part)) * barWidth);
  return `[${"#".repeat(filled)}${".".repeat(barWidth - filled)}] ${String(Math.round(part * 100)).padStart(3)}%`;
}

/**
 * Something to say with: `say` prints a line, `step` one that lives while its work runs. Quiet says nothing.
 *
 * @param {{ quiet?: boolean, stream?: NodeJS.WriteStream }} [options]
 */
export function createConsole({ quiet = false, stream = process.stdout } = {}) {
  const live = Boolean(stream.isTTY) && !quiet;
  /** @param {string} text */
  const say = (text) => {
    if (!quiet) stream.write(`${text}\n`);
  };

  /** @param {string} title */
  function step(title) {
    const started = Date.now();
    let drawn = 0;
    let said = started;
    /** @type {{ part?: number | undefined, note: string }} */
    let state = { part: undefined, note: "" };
    const text = () =>
      [title, state.part === undefined ? "" : barText(state.part), state.note].filter(Boolean).join("  ");
    const draw = () => {
      const now = Date.now();
      if (live && now - drawn >= redrawEvery) {
        drawn = now;
        const line = `${text()}  ${timeText(now - started)}`;
        stream.write(`\r\x1b[2K${line.slice(0, Math.max(20, (stream.columns || 80) - 1))}`);
      } else if (!live && now - said >= sayEvery) {
        said = now;
        say(`  ${text()}  ${timeText(now - started)}`);
      }
    };
    if (!live) say(`${title} …`);
    const timer = setInterval(draw, 500);
    timer.unref();
    const close = () => {
      clearInterval(timer);
      if (live) stream.write("\r\x1b[2K");
    };
    return {
      /**
       * How far it is, 0 to 1 (undefined: unknown), and what it is at.
       *
       * @type {(part: number | undefined, note?: string) => void}
       */
      update(part, note = state.note) {
        state = { part, note };
        draw();
      },
      /**
       * Ends the line with what was done.
       *
       * @param {string} detail
       */
      end(detail) {
        close();
        say(`${live ? `${title}: ` : "  "}${detail}, ${timeText(Date.now() - started)}`);
      },
      /** Takes the line away: an error follows. */
      drop: close,
    };
  }
  return { say, step };
}

/**
 * Prints why a command ends, in one message without a stack, and sets the exit code.
 *
 * @param {unknown} error
 */
export function endWith(error) {
  const text = isRefusal(error) ? error.message : `Cannot go on: ${messageOf(error)}`;
  process.stderr.write(`${text}\n`);
  if (process.env.CONVLAB_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}
