// Written in plain old syntax: a Node too old for everything else must still be able to read it and say so.

const oldest = [20, 19];

/** Ends the program with one sentence when this Node is older than the project can use. */
export function refuseOldNode(version = process.versions.node) {
  const parts = version.split(".").map(Number);
  if (parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1])) return;
  console.error(
    "Cannot run on Node " +
      version +
      ": it is too old. Install Node " +
      oldest.join(".") +
      " or newer (the current LTS is a good choice) and run the command again.",
  );
  process.exit(1);
}
