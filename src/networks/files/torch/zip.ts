import { crc32, inflateRaw } from "../../../platform/compression.js";
import { ByteReader, refusal } from "./bytes.js";
import { directoryOf, type ZipEntry } from "./zipDirectory.js";

/** What is taken out may be so many times as long as the file, and so much longer: weights hardly get smaller. */
const mostTimes = 20;
const mostBesides = 16_000_000;

/** A ZIP archive, of which files are read one by one. They are views where they are stored as they are, as PyTorch does. */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = directoryOf(bytes);
    this.#left = mostTimes * bytes.length + mostBesides;
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of one file, held against the length and the checksum that the archive states. */
  read(name: string): Uint8Array {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw refusal(`${name} is missing from the archive`);
    this.#left -= entry.length;
    if (this.#left < 0) {
      throw refusal(
        `${name} unpacks to ${entry.length} bytes, too many for an archive of ${this.#bytes.length}`,
      );
    }
    const packed = this.#packed(name, entry);
    const bytes = entry.method === 0 ? packed : inflated(name, packed, entry.length);
    if (bytes.length !== entry.length)
      throw refusal(`${name} has ${bytes.length} bytes, not ${entry.length}`);
    if (crc32(bytes) !== entry.checksum) {
      throw refusal(`${name} does not fit its checksum, so is damaged or was written without one`);
    }
    return bytes;
  }

  /** A file stands behind a head of its own, which repeats the name. */
  #packed(name: string, { start, packed }: ZipEntry): Uint8Array {
    const reader = new ByteReader(this.#bytes.subarray(start), name);
    const head = reader.take(30, "the head of a file");
    if (head.getUint32(0, true) !== 0x04034b50) throw refusal(`there is no file where ${name} should be`);
    const own = reader.text(head.getUint16(26, true), "a name");
    if (own !== name) throw refusal(`${name} is called ${JSON.stringify(own)} where it stands`);
    reader.take(head.getUint16(28, true), "the head of a file");
    const { buffer, byteOffset, byteLength } = reader.take(packed, "a file");
    return new Uint8Array(buffer, byteOffset, byteLength);
  }
}

function inflated(name: string, packed: Uint8Array, length: number): Uint8Array {
  try {
    return inflateRaw(packed, Math.max(1, length));
  } catch {
    throw refusal(`${name} cannot be unpacked to ${length} bytes`);
  }
}
