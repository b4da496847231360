import { bytesEach } from "../tensorData.js";
import { ByteReader, refusal } from "./bytes.js";
import { readPickle } from "./pickle.js";
import type { Saved } from "./stateDict.js";
import { ZipArchive } from "./zip.js";

/**
 * The form of `torch.save` since PyTorch 1.6: a ZIP archive of one folder with a pickle, `data.pkl`, and a file for the
 * numbers of each storage, `data/0`, `data/1` and so on.
 */
export function readZipForm(bytes: Uint8Array): Saved {
  const archive = new ZipArchive(bytes);
  const pickles = archive.names.filter((name) => /^[^/]+\/data\.pkl$/.test(name));
  const [pickle] = pickles;
  if (pickle === undefined || pickles.length > 1) {
    throw refusal(
      `it is a ZIP archive with ${pickles.length} files data.pkl, not one as torch.save writes it`,
    );
  }
  const folder = pickle.slice(0, -"data.pkl".length);
  if (archive.names.includes(`${folder}constants.pkl`)) {
    throw refusal("it is a program of TorchScript (torch.jit.save), not weights");
  }
  const order = archive.names.includes(`${folder}byteorder`) && archive.read(`${folder}byteorder`);
  if (order && new TextDecoder().decode(order) !== "little") {
    throw refusal("its numbers are not written lowest byte first");
  }
  const reader = new ByteReader(archive.read(pickle), "data.pkl");
  const { value } = readPickle(reader);
  if (reader.left > 0) throw reader.refuse(`${reader.left} bytes follow after the pickle`);
  return {
    value,
    open:
      () =>
      ({ key, type, length }) => {
        const { buffer, byteOffset, byteLength } = archive.read(`${folder}data/${key}`);
        if (byteLength !== length * bytesEach[type]) {
          throw refusal(
            `storage ${key} has ${byteLength} bytes, not those of ${length} numbers of type ${type}`,
          );
        }
        return new DataView(buffer, byteOffset, byteLength);
      },
  };
}
