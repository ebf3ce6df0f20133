import type { Draft } from '../../src-shared/drafts.ts';
import type { Session } from './session.ts';
import { prepared } from './statements.ts';

type StoredDraft = Omit<Draft, 'values'> & { values: string };

const readDraft = (row: StoredDraft): Draft => ({
  ...row,
  values: JSON.parse(row.values) as Record<string, unknown>,
});

const columns = 'key, savedAt, baseVersion, "values"';

/** Unsaved work, newest first. */
export const listDrafts = (session: Session): Draft[] =>
  (
    prepared(session.sqlite, `select ${columns} from drafts order by savedAt desc`).all() as StoredDraft[]
  ).map(readDraft);

export function getDraft(session: Session, key: string): Draft | null {
  const row = prepared(session.sqlite, `select ${columns} from drafts where key = ?`).get(key) as
    StoredDraft | undefined;
  return row ? readDraft(row) : null;
}

/** Drafts are written at once and stand outside the history: nobody undoes a keystroke of a form not yet saved. */
export const saveDraft = (session: Session, draft: Omit<Draft, 'savedAt'>): Promise<void> =>
  session.queue.run(async () => {
    prepared(
      session.writer.sqlite,
      `insert into drafts (${columns}) values (?, ?, ?, ?) on conflict (key) do update
       set savedAt = excluded.savedAt, baseVersion = excluded.baseVersion, "values" = excluded."values"`,
    ).run(draft.key, session.clock().toISOString(), draft.baseVersion, JSON.stringify(draft.values));
  });

export const discardDraft = (session: Session, key: string): Promise<void> =>
  session.queue.run(async () => {
    prepared(session.writer.sqlite, 'delete from drafts where key = ?').run(key);
  });
