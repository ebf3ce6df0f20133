import { change } from '../../src-main/archive/change.ts';
import type { Session } from '../../src-main/archive/session.ts';

/** The name of the file that came in as the nth import, from 1. */
export const pastFile = (number: number): string => `第${number}批.xlsx`;

/** Lists imports as if they had been made, one change each, without bringing anybody in: a list to page through. */
export async function listPastImports(session: Session, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const counts = { created: number, updated: 0, skipped: 0 };
    const [file, sheet] = [pastFile(number), '客户'];
    await change(session, { action: { type: 'import', file, sheet, ...counts } }, ({ sqlite, changeId }) =>
      sqlite
        .prepare(
          `insert into importFiles (changeId, sha256, file, sheet, created, updated, skipped, doubtful)
           values (?, ?, ?, ?, ?, 0, 0, 0)`,
        )
        .run(changeId, String(number), file, sheet, number),
    );
  }
}
