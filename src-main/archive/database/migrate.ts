import type { Database } from 'better-sqlite3';
import { journalTriggers } from './journal-triggers.ts';
import { first } from './migrations/0001-first.ts';
import { keptByUndo } from './migrations/0002-kept-by-undo.ts';
import { customFields } from './migrations/0003-custom-fields.ts';
import { importMemory } from './migrations/0004-import-memory.ts';
import { importLeftovers } from './migrations/0005-import-leftovers.ts';
import { importSchemes } from './migrations/0006-import-schemes.ts';
import { journaledTables, quoted } from './tables.ts';

/** Frozen SQL, one text a version: migration n brings schema n to n + 1. */
export const migrations: readonly string[] = [
  first,
  keptByUndo,
  customFields,
  importMemory,
  importLeftovers,
  importSchemes,
];

/** The schema this program writes. */
export const currentSchema = migrations.length;

/** `user_version` of the database. */
export const schemaOf = (sqlite: Database): number => Number(sqlite.pragma('user_version', { simple: true }));

/**
 * Brings a database to {@link currentSchema} in one transaction: all steps or none. The journal's triggers are
 * not frozen; they are derived from the list of journaled columns and made anew after the last step.
 *
 * @returns the schema it started from.
 */
export function migrate(sqlite: Database, steps: readonly string[] = migrations): number {
  const from = schemaOf(sqlite);
  if (from >= steps.length) return from;
  sqlite.exec('begin immediate');
  try {
    for (const step of steps.slice(from)) sqlite.exec(step);
    recreateTriggers(sqlite);
    sqlite.pragma(`user_version = ${steps.length}`);
    sqlite.exec('commit');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw error;
  }
  return from;
}

function recreateTriggers(sqlite: Database): void {
  const triggers = sqlite
    .prepare("select name from sqlite_master where type = 'trigger'")
    .pluck()
    .all() as string[];
  for (const trigger of triggers) sqlite.exec(`drop trigger ${quoted(trigger)}`);
  // With fewer steps than there are, later tables are not there yet.
  const tables = new Set(
    sqlite.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[],
  );
  for (const table of journaledTables) if (tables.has(table)) sqlite.exec(journalTriggers(table));
}
