import type { Database } from 'better-sqlite3';
import type { Written } from '../../src-shared/changes.ts';
import { FailureError } from '../../src-shared/failures.ts';
import { savedViewDraftSchema, type SavedView, type SavedViewDraft } from '../../src-shared/views.ts';
import { change } from './change.ts';
import { countByFilter } from './customers/list.ts';
import type { Session } from './session.ts';
import { prepared } from './statements.ts';

interface StoredView {
  id: number;
  name: string;
  filter: string;
  columns: string;
  sort: string;
}

const columns = 'id, name, filter, columns, sort';

const readView = ({ id, name, filter, columns, sort }: StoredView): SavedViewDraft & { id: number } => ({
  id,
  ...savedViewDraftSchema.parse({
    name,
    filter: JSON.parse(filter) as unknown,
    columns: JSON.parse(columns) as unknown,
    sort: JSON.parse(sort) as unknown,
  }),
});

/** Saved views in the order in which they were made, each with its count. */
export async function listViews(session: Session): Promise<SavedView[]> {
  const stored = prepared(
    session.sqlite,
    `select ${columns} from savedViews order by id`,
  ).all() as StoredView[];
  return Promise.all(stored.map((view) => withCount(session, view)));
}

async function withCount(session: Session, stored: StoredView): Promise<SavedView> {
  const view = readView(stored);
  return { ...view, count: await countByFilter(session, view.filter) };
}

function findView(sqlite: Database, id: number): StoredView {
  const view = prepared(sqlite, `select ${columns} from savedViews where id = ?`).get(id) as
    StoredView | undefined;
  if (!view) throw new FailureError({ code: 'notFound', what: 'view' });
  return view;
}

function refuseTakenName(sqlite: Database, name: string, ownId: number | null): void {
  const other = prepared(sqlite, 'select id from savedViews where name = ? and id is not ?').get(name, ownId);
  if (other !== undefined) throw new FailureError({ code: 'nameTaken', what: 'view', name });
}

const stored = (view: SavedViewDraft) => [
  view.name,
  JSON.stringify(view.filter),
  JSON.stringify(view.columns),
  JSON.stringify(view.sort),
];

export async function createView(
  session: Session,
  draft: SavedViewDraft,
): Promise<Written & { view: SavedView }> {
  const { changeId, action, result } = await change(
    session,
    { action: { type: 'createView', name: draft.name } },
    (tx) => {
      refuseTakenName(tx.sqlite, draft.name, null);
      return Number(
        prepared(tx.sqlite, 'insert into savedViews (name, filter, columns, sort) values (?, ?, ?, ?)').run(
          ...stored(draft),
        ).lastInsertRowid,
      );
    },
  );
  return { changeId, action, view: await withCount(session, findView(session.sqlite, result)) };
}

export async function updateView(
  session: Session,
  { id, patch }: { id: number; patch: Partial<SavedViewDraft> },
): Promise<Written & { view: SavedView }> {
  const { changeId, action } = await change<string>(
    session,
    { action: (name) => ({ type: 'updateView', name }) },
    (tx) => {
      const view = { ...readView(findView(tx.sqlite, id)), ...patch };
      refuseTakenName(tx.sqlite, view.name, id);
      prepared(
        tx.sqlite,
        'update savedViews set name = ?, filter = ?, columns = ?, sort = ? where id = ?',
      ).run(...stored(view), id);
      return view.name;
    },
  );
  return { changeId, action, view: await withCount(session, findView(session.sqlite, id)) };
}

export async function removeView(session: Session, id: number): Promise<Written> {
  const { changeId, action } = await change<string>(
    session,
    { action: (name) => ({ type: 'deleteView', name }) },
    (tx) => {
      const { name } = findView(tx.sqlite, id);
      prepared(tx.sqlite, 'delete from savedViews where id = ?').run(id);
      return name;
    },
  );
  return { changeId, action };
}
