// Written in plain old syntax: a Node too old for everything else must still be able to read it and say so.

/** @type {[major: number, minor: number]} */
const oldest = [20, 19];

/**
 * Ends the program with one sentence when this Node is older than the project can use.
 *
 * @param {string} [version]
 */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    "Cannot run on Node " +
      version +
      ": it is too old. Install Node " +
      oldest.join(".") +
      " or newer (the current LTS is a good choice) and run the command again.",
  );
  process.exit(1);
}
