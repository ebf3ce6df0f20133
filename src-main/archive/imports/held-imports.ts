import { randomUUID } from 'node:crypto';
import { FailureError } from '../../../src-shared/failures.ts';
import type { SheetPlan } from '../../../src-shared/import-plan.ts';
import { giveMemoryBackSoon } from '../give-memory-back.ts';
import { createQueue, type Queue } from '../queue.ts';
import type { Session } from '../session.ts';
import { joinTables } from './layouts/joined.ts';
import { layOut } from './layouts/lay-out.ts';
import type { SheetMark } from './memory.ts';
import { ownTargets } from './own-fields.ts';
import type { Plan } from './plan.ts';
import type { ReadFile } from './readers/read-file.ts';
import type { Sheet } from './readers/sheet.ts';
import type { SheetCells } from './sheet-cut.ts';
import { findTables } from './tables.ts';
import { understandSheet, type SheetChoice, type UnderstoodSheet } from './understand.ts';

/** A file that has been read, and what was understood of its sheets. */
export interface HeldReading {
  readonly id: string;
  readonly fileName: string;
  readonly file: ReadFile;
  readonly understood: Map<number, Promise<UnderstoodSheet>>;
  /** By what each sheet that was looked at is recognised the next time. */
  readonly marks: Map<number, SheetMark>;
}

/** A plan made from sheets of one or several readings. */
export interface HeldPlan {
  readonly id: string;
  /** Another one in its place after its rows had to be matched anew. */
  plan: Plan;
  /** What changes the plan happens one after another. */
  readonly queue: Queue;
  /** While it is being written; after that it is gone. */
  writing: boolean;
}

interface Held {
  readonly readings: Map<string, HeldReading>;
  readonly plans: Map<string, HeldPlan>;
}

/** Readings can be large: beyond these the oldest go first. An import takes the sheets of some files at once. */
const mostReadings = 50;
const mostRows = 1_000_000;
/** The plan of so many leaves memory behind that is worth giving back. */
const manyRows = 10_000;

const heldBySession = new WeakMap<Session, Held>();

const heldOf = (session: Session): Held => {
  let held = heldBySession.get(session);
  if (!held) heldBySession.set(session, (held = { readings: new Map(), plans: new Map() }));
  return held;
};

const rowsOf = ({ file }: HeldReading): number =>
  file.sheets.reduce((sum, { filledRows }) => sum + filledRows, 0);

/** Keeps a reading until it is committed, discarded or crowded out, or the archive is closed. */
export function holdReading(session: Session, fileName: string, file: ReadFile): HeldReading {
  const { readings } = heldOf(session);
  const reading: HeldReading = { id: randomUUID(), fileName, file, understood: new Map(), marks: new Map() };
  readings.set(reading.id, reading);
  let rows = 0;
  for (const [at, held] of [...readings.values()].toReversed().entries()) {
    rows += rowsOf(held);
    if (at > 0 && (at >= mostReadings || rows > mostRows)) releaseReading(session, held.id);
  }
  return reading;
}

/** @throws FailureError `notFound reading` */
export function heldReading(session: Session, id: string): HeldReading {
  const reading = heldOf(session).readings.get(id);
  if (!reading) throw new FailureError({ code: 'notFound', what: 'reading' });
  return reading;
}

const uses = ({ plan }: HeldPlan, readingIds: ReadonlySet<string>): boolean =>
  plan.sources.some(({ readingId }) => readingIds.has(readingId));

/** Drops the plans made from any of these readings. */
function dropPlans(session: Session, readingIds: ReadonlySet<string>): void {
  const { plans } = heldOf(session);
  for (const held of plans.values()) if (uses(held, readingIds)) plans.delete(held.id);
}

/** Makes a plan the only one of its readings, and returns its id: that of the plan it takes the place of, if any. */
export function holdPlan(session: Session, plan: Plan): string {
  const { planId } = plan.input;
  const id = planId !== undefined && heldOf(session).plans.has(planId) ? planId : randomUUID();
  dropPlans(session, new Set(plan.sources.map(({ readingId }) => readingId)));
  heldOf(session).plans.set(id, { id, plan, queue: createQueue(), writing: false });
  return id;
}

/** @throws FailureError `notFound plan`, also while it is being written */
export function heldPlan(session: Session, planId: string): HeldPlan {
  const held = heldOf(session).plans.get(planId);
  if (!held || held.writing) throw new FailureError({ code: 'notFound', what: 'plan' });
  return held;
}

/** Forgets a reading and the plans made from it; one that is gone already is fine. */
export function releaseReading(session: Session, id: string): void {
  const { readings } = heldOf(session);
  const reading = readings.get(id);
  readings.delete(id);
  dropPlans(session, new Set([id]));
  if (reading && rowsOf(reading) >= manyRows) giveMemoryBackSoon();
}

/** @throws FailureError `notFound reading` for a sheet that the file does not have */
export function sheetOf(reading: HeldReading, index: number): Sheet {
  const sheet = reading.file.sheets[index];
  if (!sheet) throw new FailureError({ code: 'notFound', what: 'reading' });
  return sheet;
}

/** A sheet as its rows are planned: what is laid out in another way is the table that was made of it. */
export function plannedSheet(
  reading: HeldReading,
  { sheet: index, asIs, joined }: Pick<SheetPlan, 'sheet' | 'asIs' | 'joined'>,
): SheetCells {
  const sheet = sheetOf(reading, index);
  if (joined) return joinTables(sheet, findTables(sheet))?.sheet ?? sheet;
  return (asIs ? null : layOut(sheet, reading.file.delimiter)?.sheet) ?? sheet;
}

/** How a sheet is understood; the newest answer is kept for showing its rows. */
export function understood(
  session: Session,
  reading: HeldReading,
  index: number,
  choice: SheetChoice = {},
): Promise<UnderstoodSheet> {
  const known = reading.understood.get(index);
  if (known && Object.values(choice).every((said) => said === undefined)) return known;
  const fresh = understandSheet(sheetOf(reading, index), index, choice, {
    own: ownTargets(session.sqlite),
    delimiter: reading.file.delimiter,
  });
  reading.understood.set(index, fresh);
  return fresh;
}
