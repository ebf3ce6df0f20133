import type { Database } from 'better-sqlite3';
import type { Written } from '../../src-shared/changes.ts';
import { FailureError } from '../../src-shared/failures.ts';
import type { Tag, TagDraft } from '../../src-shared/tags.ts';
import { change } from './change.ts';
import type { BeforeBulk } from './customers/bulk.ts';
import type { Report } from './long-work.ts';
import type { Session } from './session.ts';
import { prepared } from './statements.ts';

// Counting from both indexes is many times faster than joining every membership to its customer.
const select = `select t.id, t.name, t.colour, t."group",
  (select count(*) from customerTags where tagId = t.id) -
  (select count(*) from customers c cross join customerTags ct on ct.customerId = c.id and ct.tagId = t.id
   where c.trashedAt is not null) as count from tags t`;

/** All tags by group and name, with the customers outside the trash that carry them. */
export const listTags = (sqlite: Database): Tag[] =>
  prepared(sqlite, `${select} order by t."group", t.name`).all() as Tag[];

/** @throws FailureError `notFound tag` */
export function getTag(sqlite: Database, id: number): Tag {
  const tag = prepared(sqlite, `${select} where t.id = ?`).get(id) as Tag | undefined;
  if (!tag) throw new FailureError({ code: 'notFound', what: 'tag' });
  return tag;
}

function refuseTakenName(sqlite: Database, name: string, ownId: number | null): void {
  const other = prepared(sqlite, 'select id from tags where name = ? and id is not ?').get(name, ownId);
  if (other !== undefined) throw new FailureError({ code: 'nameTaken', what: 'tag', name });
}

export async function createTag(session: Session, draft: TagDraft): Promise<Written & { tag: Tag }> {
  const { changeId, action, result } = await change(
    session,
    { action: { type: 'createTag', name: draft.name } },
    (tx) => {
      refuseTakenName(tx.sqlite, draft.name, null);
      return Number(
        prepared(tx.sqlite, 'insert into tags (name, colour, "group") values (?, ?, ?)').run(
          draft.name,
          draft.colour,
          draft.group,
        ).lastInsertRowid,
      );
    },
  );
  return { changeId, action, tag: getTag(session.sqlite, result) };
}

/** How many customers carry a tag, those in the trash among them: all whom it concerns that it changes. */
const carriers = (sqlite: Database, id: number): number =>
  prepared(sqlite, 'select count(*) from customerTags where tagId = ?').pluck().get(id) as number;

/** A new name is one for every customer who carries the tag, and is backed up before as other changes of many are. */
export async function updateTag(
  session: Session,
  { id, patch }: { id: number; patch: Partial<TagDraft> },
  before: BeforeBulk,
  report: Report,
  signal: AbortSignal,
): Promise<Written & { tag: Tag }> {
  const { name } = getTag(session.sqlite, id);
  if (patch.name !== undefined && patch.name !== name) {
    refuseTakenName(session.sqlite, patch.name, id);
    await before(carriers(session.sqlite, id), report, signal);
  }
  const { changeId, action } = await change<string>(
    session,
    { action: (named) => ({ type: 'updateTag', name: named }), report, signal },
    (tx) => {
      const tag = { ...getTag(tx.sqlite, id), ...patch };
      refuseTakenName(tx.sqlite, tag.name, id);
      prepared(tx.sqlite, 'update tags set name = ?, colour = ?, "group" = ? where id = ?').run(
        tag.name,
        tag.colour,
        tag.group,
        id,
      );
      return tag.name;
    },
  );
  return { changeId, action, tag: getTag(session.sqlite, id) };
}

/** Deletes a tag and takes it off every customer; one undo brings both back. */
export async function removeTag(
  session: Session,
  { id }: { id: number },
  before: BeforeBulk,
  report: Report,
  signal: AbortSignal,
): Promise<Written> {
  getTag(session.sqlite, id);
  await before(carriers(session.sqlite, id), report, signal);
  const { changeId, action } = await change<Tag>(
    session,
    { action: ({ name, count }) => ({ type: 'deleteTag', name, count }), report, signal },
    (tx) => {
      const tag = getTag(tx.sqlite, id);
      prepared(tx.sqlite, 'delete from customerTags where tagId = ?').run(id);
      prepared(tx.sqlite, 'delete from tags where id = ?').run(id);
      return tag;
    },
  );
  return { changeId, action };
}
