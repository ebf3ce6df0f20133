import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';
import { queryTerms, type QueryPart, type QueryTerm } from './query-terms.ts';

/** Writes the terms of a customer, in place of those it had. `terms` as `documentTerms` makes them. */
export function writeFullText(sqlite: Database, id: number, terms: string): void {
  prepared(sqlite, 'insert or replace into customerSearch (rowid, terms) values (?, ?)').run(id, terms);
}

/** Takes a customer out of the full-text table; nothing happens when it is not there. */
export function removeFullText(sqlite: Database, id: number): void {
  prepared(sqlite, 'delete from customerSearch where rowid = ?').run(id);
}

/**
 * The FTS5 expression for what a user typed, to be bound as a value:
 * `id in (select rowid from customerSearch where customerSearch match ?)`.
 *
 * @returns null when the text holds no word (nothing, or only punctuation): it then narrows nothing.
 */
export function matchExpression(text: string): string | null {
  const parts = queryTerms(text);
  return parts.length === 0 ? null : parts.map(renderPart).join(' AND ');
}

const renderPart = (part: QueryPart): string => `(${part.map(renderWay).join(' OR ')})`;
const renderWay = (way: readonly QueryTerm[]): string => `(${way.map(renderTerm).join(' AND ')})`;
const renderTerm = ({ term, prefix }: QueryTerm): string =>
  `"${term.replaceAll('"', '""')}"${prefix ? ' *' : ''}`;
