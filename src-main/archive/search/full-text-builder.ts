import type { Database, Statement } from 'better-sqlite3';
import { openInMemory } from '../database/open.ts';
import { takeParts, type FullTextParts } from './full-text-parts.ts';
import { fullTextSchemaV1 } from './schema.ts';

/** What FTS5 collects before it sorts it into a segment, in bytes: the terms of some 10,000 customers. */
const collectedAtOnce = 8 * 1_024 * 1_024;

/**
 * Makes a full-text index beside the archive, in memory: on another thread it grows while the archive is written, to be put into it
 * whole (`full-text-parts.ts`).
 */
export class FullTextBuilder {
  readonly #sqlite: Database = openInMemory();
  readonly #insert: Statement<[number, Uint8Array]>;

  constructor(collected = collectedAtOnce) {
    this.#sqlite.exec(fullTextSchemaV1);
    // Segments are merged only where they become too many to look a term up in: the archive merges them bit by bit.
    this.#sqlite.exec(
      `insert into customerSearch (customerSearch, rank) values ('automerge', 0), ('hashsize', ${collected})`,
    );
    this.#insert = this.#sqlite.prepare('insert into customerSearch (rowid, terms) values (?, ?)');
    this.#sqlite.exec('begin');
  }

  /** @param terms as `documentTerms` makes them, in UTF-8 */
  add(id: number, terms: Uint8Array): void {
    this.#insert.run(id, terms);
  }

  /** Ends the work; null where the index cannot be taken apart. */
  finish(): FullTextParts | null {
    this.#sqlite.exec('commit');
    const parts = takeParts(this.#sqlite);
    this.#sqlite.close();
    return parts;
  }
}
