import type { CustomFieldDraft, CustomValue } from '../../../src-shared/custom-fields.ts';
import { change, type Tx } from '../change.ts';
import { insertCustomField } from '../custom-fields.ts';
import { nextCode } from '../customers/codes.ts';
import { NewCustomers } from '../customers/new-customers.ts';
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

const paymentTerms = ['现款', '月结 30 天', '月结 60 天'];
const sampleFields: readonly CustomFieldDraft[] = [
  { name: '付款方式', type: 'choice', options: paymentTerms },
  { name: '合同到期', type: 'date', options: [] },
];

/** The id of a sample field; undefined where its name is in use for something else. */
function sampleField(tx: Tx, field: CustomFieldDraft): number | undefined {
  const taken = prepared(tx.sqlite, 'select 1 from customFields where name = ?').get(field.name);
  return taken === undefined ? insertCustomField(tx, field) : undefined;
}

/** Three of five companies have terms, every fourth a contract. */
function sampleValues(made: number, payment: number | undefined, end: number | undefined): CustomValue[] {
  const term = paymentTerms[made % 5];
  return [
    ...(payment !== undefined && term !== undefined ? [{ fieldId: payment, value: term }] : []),
    ...(end !== undefined && made % 4 === 0
      ? [{ fieldId: end, value: `2026-${String((made % 12) + 1).padStart(2, '0')}-28` }]
      : []),
  ];
}

/** How many customers “look around with sample data” makes. */
export const sampleSize = 120;

/** Writes made-up customers, tags and custom fields as one change, so that one undo leaves the archive empty again. */
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
    const [payment, contractEnd] = sampleFields.map((field) => sampleField(tx, field));
    const customers = madeUpCustomers();
    const made = new NewCustomers(tx, count);
    try {
      for (let number = 0; number < count; number += 1) {
        const { draft, tags } = customers.next().value;
        made.add({
          ...draft,
          code: nextCode(tx.sqlite, pattern, session.clock(), (code) => made.hasCode(code)),
          tagIds: tags.flatMap((index) => tagIds[index] ?? []),
          custom: draft.kind === 'company' ? sampleValues(number, payment, contractEnd) : [],
        });
        if (number % 100 !== 99) continue;
        await tx.step('writing', number, count);
        await made.turn();
      }
      await made.finish();
    } finally {
      made.close();
    }
  });
}
