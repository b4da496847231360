import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";

/** @import { Readable } from "node:stream" */

// A wheel is a ZIP archive. Read here rather than by a package: this runs before any package is installed.
// The field offsets are those of PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16; no ZIP64 (under 4 GB).

/** @typedef {{ path: string, to?: string, sha256?: string, bytes?: number }} WantedFile */

/**
 * The members of a ZIP archive: name, sizes, how they are packed, and where.
 *
 * @param {string} archive
 */
export async function membersOf(archive) {
  const file = await open(archive);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
    if (end < 0) throw new Error("BadZipFile: the archive has no directory at its end");
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    const members = [];
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
      const nameLength = directory.readUInt16LE(at + 28);
      members.push({
        name: directory.toString("utf8", at + 46, at + 46 + nameLength),
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        bytes: directory.readUInt32LE(at + 24),
        header: directory.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return members;
  } finally {
    await file.close();
  }
}

/**
 * Writes the wanted files of an archive below `folder` and returns how many there were. `files` are
 * `{ path, to, sha256?, bytes? }`; a path that ends in "/" means everything below it. `onBytes(count)` hears
 * how many unpacked bytes have been written since it was last called.
 *
 * @param {string} archive
 * @param {readonly WantedFile[]} files
 * @param {string} folder
 * @param {(count: number) => void} [onBytes]
 */
export async function extract(archive, files, folder, onBytes = () => {}) {
  const members = await membersOf(archive);
  let count = 0;
  for (const file of files) {
    const whole = file.path.endsWith("/");
    const found = members.filter((member) =>
      whole ? member.name.startsWith(file.path) && !member.name.endsWith("/") : member.name === file.path,
    );
    if (found.length === 0) throw new Error(`the archive has no ${file.path}`);
    for (const member of found) {
      const below = whole ? member.name.slice(file.path.length) : "";
      if (below.split(/[\\/]/).includes(".."))
        throw new Error(`the archive names a file outside: ${member.name}`);
      await extractOne(archive, member, join(folder, file.to ?? file.path, below), file, onBytes);
      count += 1;
    }
  }
  return count;
}

/**
 * @param {string} archive
 * @param {Awaited<ReturnType<typeof membersOf>>[number]} member
 * @param {string} target
 * @param {WantedFile} wanted
 * @param {(count: number) => void} onBytes
 */
async function extractOne(archive, member, target, { sha256, bytes }, onBytes) {
  const file = await open(archive);
  const local = Buffer.alloc(30);
  await file.read(local, 0, 30, member.header);
  await file.close();
  const start = member.header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const hash = createHash("sha256");
  let written = 0;
  const measure = new Transform({
    transform(chunk, _encoding, done) {
      if (sha256) hash.update(chunk);
      written += chunk.length;
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  mkdirSync(dirname(target), { recursive: true });
  if (member.bytes === 0) writeFileSync(target, "");
  else {
    const range = { start, end: start + member.packed - 1, highWaterMark: 1 << 20 };
    /** @type {(Readable | NodeJS.ReadWriteStream)[]} */
    const stages = [createReadStream(archive, range)];
    if (member.method === 8) stages.push(createInflateRaw({ chunkSize: 1 << 20 }));
    else if (member.method !== 0)
      throw new Error(`${member.name} is packed in an unknown way (${member.method})`);
    await pipeline([...stages, measure, createWriteStream(target)]);
  }
  if (written !== (bytes ?? member.bytes)) throw new Error(`not enough bytes in ${member.name}: ${written}`);
  if (sha256 && hash.digest("hex") !== sha256) throw new Error(`EINTEGRITY ${member.name}`);
}
