import { change } from '../change.ts';
import { nextCode } from '../customers/codes.ts';
import { insertCustomer } from '../customers/rows.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { prepared } from '../statements.ts';
import { madeUpCustomers } from './made-up.ts';

const sampleTags = [
  { name: '重点关注', colour: 0, group: '关系' },
  { name: '高意向', colour: 2, group: '关系' },
  { name: '月结', colour: 4, group: '结算' },
  { name: '需发票', colour: 6, group: '结算' },
  { name: '展会认识', colour: 8, group: '来路' },
  { name: '节日送礼', colour: 10, group: '关系' },
] as const;

/** How many customers “look around with sample data” makes. */
export const sampleSize = 120;

/** Writes made-up customers and tags as one change, so that one undo leaves the archive empty again. */
export async function writeSampleData(
  session: Session,
  report?: Report,
  signal?: AbortSignal,
  count: number = sampleSize,
): Promise<void> {
  const pattern = readSettings(session.sqlite).codePattern;
  await change(session, { action: { type: 'sampleData', created: count }, report, signal }, async (tx) => {
    const insertTag = prepared(
      tx.sqlite,
      'insert into tags (name, colour, "group") values (?, ?, ?) on conflict (name) do nothing',
    );
    const tagIds = sampleTags.map(({ name, colour, group }) => {
      insertTag.run(name, colour, group);
      return prepared(tx.sqlite, 'select id from tags where name = ?').pluck().get(name) as number;
    });
    const customers = madeUpCustomers();
    for (let made = 0; made < count; made += 1) {
      const { draft, tags } = customers.next().value;
      insertCustomer(tx, {
        ...draft,
        code: nextCode(tx.sqlite, pattern, session.clock()),
        tagIds: tags.flatMap((index) => tagIds[index] ?? []),
      });
      if (made % 1_000 === 0) await tx.step('writing', made, count);
    }
  });
}
