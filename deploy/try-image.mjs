// node deploy/try-image.mjs FOLDER: runs the steps of deploy/Dockerfile here, without Docker, in a new folder that stands for the
// image's root; then a learner's server as the image starts it, as a user who may not write there. As root, on Linux.
//
// Steps of the system (apt-get, useradd) are left out: this machine has to have those packages. What `COPY .` takes are the
// files that git knows. Says the seconds of each step and the megabytes of each folder that goes into the image.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const learner = 20_001;
const patience = 120_000; // milliseconds that the server has to answer

const place = resolve(process.argv[2] ?? "");
if (process.argv[2] === undefined || existsSync(place))
  throw new Error("Cannot try the image: name a folder that does not exist yet.");

/** A path of the image, or a command that names some, as it is here. @param {string} text */
const here = (text) => text.replace(/(?<![\w.])\/(opt|srv)\//g, `${place}/$1/`);

const text = readFileSync(join(root, "deploy", "Dockerfile"), "utf8");
const steps = text
  .replace(/^#.*\n/gm, "")
  .replace(/\\\n/g, "")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => /** @type {[string, string]} */ ([line.split(" ")[0], line.replace(/^\w+ +/, "")]));

mkdirSync(place, { recursive: true });
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env };
let folder = place;
/** @type {string[]} */
let command = [];
for (const [word, rest] of steps) {
  const began = Date.now();
  const said = act(word, rest);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${said.padEnd(12)} ${seconds > 0 ? `${seconds} s  ` : ""}${word} ${rest.replace(/ +/g, " ")}`);
}
await serve();

/**
 * @param {string} word
 * @param {string} rest
 */
function act(word, rest) {
  switch (word) {
    case "WORKDIR":
      folder = here(rest);
      mkdirSync(folder, { recursive: true });
      return "done";
    case "ENV":
      for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g))
        env[name] = here(value).replace("$PATH", env.PATH ?? "");
      return "done";
    case "COPY":
      return rest.startsWith("--from=") ? `${megabytes(here(rest.split(" ")[1]))} MB` : copyTracked();
    case "RUN":
      if (/^(apt-get|useradd)/.test(rest)) return "left out";
      execFileSync("sh", ["-ec", here(rest)], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
      return "done";
    case "CMD":
      command = JSON.parse(here(rest));
      return "see below";
    default:
      return "left out";
  }
}

function copyTracked() {
  const pack = `git -C '${root}' ls-files -z | tar -C '${root}' --null --files-from=- -c | tar -x`;
  execFileSync("sh", ["-c", pack], { cwd: folder });
  return `${megabytes(folder)} MB`;
}

/** @param {string} path */
function megabytes(path) {
  return Number(execFileSync("du", ["-sm", path], { encoding: "utf8" }).split("\t")[0]);
}

/** The image's command as a learner, until its server answers and a cell has run. */
async function serve() {
  const home = join(place, "srv", "learner");
  mkdirSync(home, { recursive: true });
  chownSync(home, learner, learner);
  const port = await freePort();
  const own = { uid: learner, gid: learner, cwd: home, env: { ...env, HOME: home } };
  const [program, ...args] = [
    ...command,
    "--ip=127.0.0.1",
    `--port=${port}`,
    "--IdentityProvider.token=trial",
  ];
  const server = spawn(program, args, { ...own, stdio: "ignore", detached: true });
  try {
    const began = Date.now();
    while (!(await answers(port))) {
      if (Date.now() - began > patience) throw new Error("Cannot reach the learner's server.");
      await new Promise((done) => setTimeout(done, 250));
    }
    console.log(`${((Date.now() - began) / 1000).toFixed(1)} s until the learner's server answers`);
    const cell = `
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="tslab")
client.execute_interactive('import { tf } from "convlab"; console.log("TensorFlow", tf.backend().constructor.name, process.getuid())', timeout=${patience / 1000})
manager.shutdown_kernel(now=True)`;
    console.log(execFileSync("python", ["-c", cell], { ...own, encoding: "utf8" }).trim());
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
  }
}

/** @param {number} port */
async function answers(port) {
  return fetch(`http://127.0.0.1:${port}/api`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
}
