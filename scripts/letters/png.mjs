// A picture of 16 grays, four bits a pixel: half the size of eight, and fine enough for letters.
import { crc32, deflateSync } from "node:zlib";

/**
 * Images of one size as one PNG, `columns` beside each other.
 *
 * @param {Uint8Array} images 0 to 255, one image after the other
 * @param {number} side of an image
 * @param {number} columns
 * @returns {Buffer}
 */
export function encodeGray4(images, side, columns) {
  const count = images.length / side ** 2;
  const [width, height] = [columns * side, Math.ceil(count / columns) * side];
  const stride = 1 + width / 2; // each row begins with its filter, 0 for none
  const bytes = Buffer.alloc(stride * height);
  for (let index = 0; index < images.length; index++) {
    const image = Math.floor(index / side ** 2);
    const x = (image % columns) * side + (index % side);
    const y = Math.floor(image / columns) * side + (Math.floor(index / side) % side);
    const gray = Math.round((images[index] ?? 0) / 17);
    const at = stride * y + 1 + (x >> 1);
    bytes[at] = (bytes[at] ?? 0) | (x % 2 === 0 ? gray << 4 : gray);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 0, 0, 0, 0], 8); // four bits, gray
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const data = deflateSync(bytes, { level: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
