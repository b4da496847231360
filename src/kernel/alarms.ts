/**
 * What the front tells the watchdog of the session, by a pipe of its own: five bytes each, what it is and the number of
 * the interrupt. The front watches the clock.
 */
export const alarmLength = 5;

/** An interrupt, and when the main thread may have listened to it by: milliseconds after it. */
export const alarms = { asked: 0, signal: 200, signalAgain: 500, kill: 1000, report: 2000 } as const;

export type Alarm = keyof typeof alarms;

const names = Object.keys(alarms) as Alarm[];

export function packedAlarm(alarm: Alarm, number: number): Buffer {
  const bytes = Buffer.alloc(alarmLength, names.indexOf(alarm));
  bytes.writeUInt32LE(number, 1);
  return bytes;
}

export function alarmOf(bytes: Buffer): { readonly alarm: Alarm | undefined; readonly number: number } {
  return { alarm: names[bytes.readUInt8()], number: bytes.readUInt32LE(1) };
}

/** What the watchdog says by the same pipe: that nobody has listened. */
export const deafLetter = "d";
