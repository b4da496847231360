import { createServer } from "node:net";
import { codeOf } from "../errors.mjs";
import { commandOf } from "../installation.cjs";

/** @typedef {{ port: number, ip: string }} Address */

/**
 * The port and address that Jupyter's options ask for, or undefined when they name no port.
 *
 * @param {readonly string[]} options
 * @returns {Address | undefined}
 */
export function portIn(options) {
  /** @param {string[]} names */
  const optionOf = (names) => {
    /** @type {string | undefined} */
    let found;
    options.forEach((option, index) => {
      const [name = "", value] = option.split(/=(.*)/s);
      if (names.includes(name)) found = value ?? options[index + 1];
    });
    return found;
  };
  const port = optionOf(["--port", "--ServerApp.port", "--LabApp.port"]);
  if (port === undefined) return undefined;
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new RangeError(
      `Cannot start JupyterLab on port ${port}: a port is a whole number from 0 to 65535.`,
    );
  const ip = optionOf(["--ip", "--ServerApp.ip", "--LabApp.ip"]) ?? "localhost";
  return Number(port) === 0
    ? undefined
    : { port: Number(port), ip: ip === "*" || ip === "" ? "0.0.0.0" : ip };
}

/**
 * Refuses a port that somebody else listens on (Jupyter by itself would take another one).
 *
 * @param {string} root
 * @param {Address} address
 * @returns {Promise<void>}
 */
export function checkPort(root, { port, ip }) {
  const again = commandOf(root, "start", "--port");
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      /** @type {Record<string, string>} */
      const reasons = {
        EADDRINUSE: `another program listens there. End it, or choose another port: ${again}`,
        EACCES: `this user may not listen there. Choose a port above 1023: ${again}`,
      };
      const reason = reasons[codeOf(error) ?? ""];
      const next = codeOf(error) === "EADDRINUSE" ? port + 1 : 8888;
      const why = reason ? `${reason} ${next}` : `${error.message}`;
      reject(new Error(`Cannot start JupyterLab on port ${port}: ${why}.`, { cause: error }));
    });
    server.listen({ port, host: ip, exclusive: true }, () => server.close(() => resolve()));
  });
}
