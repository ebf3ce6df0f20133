/** Records of an .xls stream that matter here, by their number in MS-XLS 2.3 and the editions before it. */
export const biffTypes = {
  dimensions: 0x0000,
  oldInteger: 0x0002,
  oldNumber: 0x0003,
  oldLabel: 0x0004,
  oldBooleanOrError: 0x0005,
  formula: 0x0006,
  oldString: 0x0007,
  endOfStream: 0x000a,
  epoch1904: 0x0022,
  password: 0x002f,
  continued: 0x003c,
  codePage: 0x0042,
  column: 0x007d,
  sheet: 0x0085,
  filterMode: 0x009b,
  manyRk: 0x00bd,
  richLabel: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  strings: 0x00fc,
  sharedLabel: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  formula3: 0x0206,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  formula4: 0x0406,
  format: 0x041e,
} as const;

const beginnings = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
export const isBeginning = (type: number): boolean => beginnings.has(type);

export interface BiffRecord {
  readonly type: number;
  /** Where the record begins. */
  readonly at: number;
  readonly data: Buffer;
}

/**
 * The record at a place, and null where the stream ends.
 *
 * @throws an ordinary error when it is cut off.
 */
export function recordAt(stream: Buffer, at: number): BiffRecord | null {
  if (at + 4 > stream.length) return null;
  const end = at + 4 + stream.readUInt16LE(at + 2);
  if (end > stream.length) throw new Error('a record is cut off');
  return { type: stream.readUInt16LE(at), at, data: stream.subarray(at + 4, end) };
}

export const endOf = ({ at, data }: BiffRecord): number => at + 4 + data.length;

/** The data of a record with those of the records that continue it. */
export function withContinued(stream: Buffer, record: BiffRecord): Buffer[] {
  const parts = [record.data];
  let next = recordAt(stream, endOf(record));
  while (next?.type === biffTypes.continued) {
    parts.push(next.data);
    next = recordAt(stream, endOf(next));
  }
  return parts;
}
