import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** What search has to know beside a customer itself. */
export interface SearchWords {
  readonly tagNames: ReadonlyMap<number, string>;
  /** Custom fields whose values are words; days, amounts and 是/否 are looked for by the filter. */
  readonly wordFields: ReadonlySet<number>;
}

const wordFields = "select id from customFields where type in ('text', 'choice', 'number')";

/** Whether the values of a custom field are words. */
export const hasWords = (sqlite: Database, fieldId: number): boolean =>
  prepared(sqlite, `${wordFields} and id = ?`).get(fieldId) !== undefined;

export const searchWords = (sqlite: Database): SearchWords => ({
  tagNames: new Map(prepared(sqlite, 'select id, name from tags').raw().all() as [number, string][]),
  wordFields: new Set(prepared(sqlite, wordFields).pluck().all() as number[]),
});
