// node deploy/try-image.mjs FOLDER [DOCKERFILE]: runs the steps of deploy/Dockerfile here, without Docker, in a new folder that
// stands for the image's root; then a learner's server as the image starts it, as a user who may not write there. As root, on Linux.
//
// Steps of the system (apt-get, useradd) are left out: this machine has to have those packages. What `COPY .` takes are the
// files that git knows. Says the seconds of each step and the megabytes of what goes into the image; takes about
// five minutes. What the steps print goes to FOLDER/steps.log; where one fails, the end of it is shown.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const learner = 20_001;
const patience = 120_000; // milliseconds that the server has to answer

const place = resolve(process.argv[2] ?? "");
if (process.argv[2] === undefined || existsSync(place))
  throw new Error("Cannot try the image: name a folder that does not exist yet.");

/** A path of the image, or a command that names some, as it is here. @param {string} text */
const here = (text) => text.replace(/(?<![\w.])\/(opt|srv)\//g, `${place}/$1/`);

const file = process.argv[3] ?? join(root, "deploy", "Dockerfile");
const steps = readFileSync(file, "utf8")
  .replace(/^#.*\n/gm, "")
  .replace(/\\\n/g, "")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => /** @type {[string, string]} */ ([line.split(" ")[0], line.replace(/^\w+ +/, "")]));

mkdirSync(place, { recursive: true });
const log = join(place, "steps.log");
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env };
let folder = place;
/** @type {string[]} */
let command = [];
for (const [word, rest] of steps) {
  const began = Date.now();
  // Before it runs: the longest step takes minutes, and says nothing here.
  console.log(`${word} ${rest.replace(/ +/g, " ").trim()}`);
  const said = act(word, rest);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`    ${said}${seconds > 0 ? `, ${seconds} s` : ""}`);
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
      return rest.startsWith("--from=") ? sizes(here(rest.split(" ")[1])) : copyTracked();
    case "RUN":
      if (/^(apt-get|useradd)/.test(rest)) return "left out";
      run(here(rest));
      return "done";
    case "CMD":
      command = JSON.parse(here(rest));
      return "see below";
    default:
      return "left out";
  }
}

/** @param {string} step */
function run(step) {
  const print = openSync(log, "a");
  const { status, signal } = spawnSync("sh", ["-ec", step], {
    cwd: folder,
    env,
    stdio: ["ignore", print, print],
  });
  closeSync(print);
  if (status === 0) return;
  console.log(`${lastLines()}\n`);
  throw new Error(
    `Cannot try the image: a step ended with ${signal ?? `code ${status}`}. All it said is in ${log}.`,
  );
}

function lastLines() {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-40).join("\n");
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

/** The size of a folder, and of the larger things in it. @param {string} path */
function sizes(path) {
  const inside = execFileSync("du", ["-m", "--max-depth=2", path], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([size, folder]) => Number(size) >= 30 && folder !== path)
    .filter(([, folder]) => folder.includes("/.cache/") || dirname(folder) === path);
  return [
    `${megabytes(path)} MB`,
    ...inside.map(([size, folder]) => `${relative(path, folder)} ${size}`),
  ].join(", ");
}

/** The image's command as a learner, until its server answers and a cell has run. */
async function serve() {
  const home = join(place, "srv", "learner");
  mkdirSync(home, { recursive: true });
  chownSync(home, learner, learner);
  const port = await freePort();
  const own = { uid: learner, gid: learner, cwd: home, env: { ...env, HOME: home } };
  const [first, ...args] = [...command, "--ip=127.0.0.1", `--port=${port}`, "--IdentityProvider.token=trial"];
  const print = openSync(log, "a");
  const server = spawn(first, args, { ...own, stdio: ["ignore", print, print], detached: true });
  closeSync(print);
  try {
    const began = Date.now();
    while (!(await answers(port))) {
      if (server.exitCode !== null || Date.now() - began > patience) {
        console.log(`${lastLines()}\n`);
        throw new Error(`Cannot reach the learner's server. All it said is in ${log}.`);
      }
      await new Promise((done) => setTimeout(done, 250));
    }
    console.log(`${((Date.now() - began) / 1000).toFixed(1)} s until the learner's server answers`);
    const cell = `
import { accessSync, constants } from "node:fs";
import { tf } from "convlab";
let mayWrite = "may write";
try { accessSync(${JSON.stringify(here("/opt/convlab/dist"))}, constants.W_OK); } catch ({ code }) { mayWrite = code; }
console.log("TensorFlow by", tf.backend().constructor.name, "for user", process.getuid(), "who may not write:", mayWrite);`;
    const program = `
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="tslab")
client.execute_interactive(${JSON.stringify(cell)}, timeout=${patience / 1000})
manager.shutdown_kernel(now=True)`;
    console.log(execFileSync("python", ["-c", program], { ...own, encoding: "utf8" }).trim());
  } finally {
    // With what it started; where it has ended by itself, there is nothing to end.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, "SIGTERM");
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
