/** A message as a line. The thread that watches cells can load little more than JSON. */
export function jsonLine(message: object): Buffer {
  return Buffer.from(`${JSON.stringify(message)}\n`);
}

/** Takes bytes as they come, and hands on the messages in them, in order. */
export function readJsonLines<Message>(take: (message: Message) => void): (bytes: Buffer) => void {
  let waiting: Buffer[] = [];
  return (bytes) => {
    let rest = bytes;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      const line = Buffer.concat([...waiting, rest.subarray(0, end)]).toString();
      waiting = [];
      rest = rest.subarray(end + 1);
      take(JSON.parse(line) as Message);
    }
    if (rest.length > 0) waiting.push(rest);
  };
}
