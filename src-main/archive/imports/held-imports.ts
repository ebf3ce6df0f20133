import { randomUUID } from 'node:crypto';
import { FailureError } from '../../../src-shared/failures.ts';
import type { Session } from '../session.ts';
import type { HeaderRange } from './header-rows.ts';
import type { Plan } from './plan.ts';
import type { ReadFile } from './readers/read-file.ts';
import type { Sheet } from './readers/sheet.ts';
import { understandSheet, type UnderstoodSheet } from './understand.ts';

/** A file that has been read, what was understood of its sheets, and the plan made from it. */
export interface HeldReading {
  readonly id: string;
  readonly fileName: string;
  readonly file: ReadFile;
  readonly understood: Map<number, Promise<UnderstoodSheet>>;
  plan: { readonly id: string; readonly plan: Plan } | null;
}

/** Readings can be large: more than these are not kept, and the oldest goes first. */
const mostHeld = 3;

const heldBySession = new WeakMap<Session, Map<string, HeldReading>>();

const readingsOf = (session: Session): Map<string, HeldReading> => {
  let readings = heldBySession.get(session);
  if (!readings) heldBySession.set(session, (readings = new Map()));
  return readings;
};

/** Keeps a reading until it is committed, discarded or crowded out, or the archive is closed. */
export function holdReading(session: Session, fileName: string, file: ReadFile): HeldReading {
  const readings = readingsOf(session);
  const reading: HeldReading = { id: randomUUID(), fileName, file, understood: new Map(), plan: null };
  readings.set(reading.id, reading);
  for (const id of [...readings.keys()].slice(0, -mostHeld)) readings.delete(id);
  return reading;
}

/** @throws FailureError `notFound reading` */
export function heldReading(session: Session, id: string): HeldReading {
  const reading = readingsOf(session).get(id);
  if (!reading) throw new FailureError({ code: 'notFound', what: 'reading' });
  return reading;
}

/** Makes a plan the only one of its reading, and returns its id. */
export function holdPlan(reading: HeldReading, plan: Plan): string {
  const id = randomUUID();
  reading.plan = { id, plan };
  return id;
}

/** @throws FailureError `notFound plan` */
export function heldPlan(session: Session, planId: string): { reading: HeldReading; plan: Plan } {
  for (const reading of readingsOf(session).values()) {
    if (reading.plan?.id === planId) return { reading, plan: reading.plan.plan };
  }
  throw new FailureError({ code: 'notFound', what: 'plan' });
}

/** Forgets a reading and its plan; one that is gone already is fine. */
export function releaseReading(session: Session, id: string): void {
  readingsOf(session).delete(id);
}

/** @throws FailureError `notFound reading` for a sheet that the file does not have */
export function sheetOf(reading: HeldReading, index: number): Sheet {
  const sheet = reading.file.sheets[index];
  if (!sheet) throw new FailureError({ code: 'notFound', what: 'reading' });
  return sheet;
}

/** How a sheet is understood; the newest answer is kept for showing its rows. */
export function understood(
  reading: HeldReading,
  index: number,
  header?: HeaderRange | null,
): Promise<UnderstoodSheet> {
  const known = reading.understood.get(index);
  if (known && header === undefined) return known;
  const fresh = understandSheet(sheetOf(reading, index), index, header);
  reading.understood.set(index, fresh);
  return fresh;
}
