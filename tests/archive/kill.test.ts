import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectAgreement } from '../support/agreement.ts';
import { batch, counterName } from '../support/killed-writer.ts';
import { openTestFolder, temporaryFolder } from '../support/open-test-archive.ts';

const writer = fileURLToPath(new URL('../support/killed-writer.ts', import.meta.url));
const kills = Number(process.env['KEDANG_KILLS'] ?? 25);

/** Starts the writer, kills it `delay` ms after it has said `lines` lines, and answers what it had acknowledged. */
function runAndKill(
  folder: string,
  lines: number,
  delay: number,
): Promise<{ lastEdit: number; imports: number; complaints: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaints = '';
    child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      const before = output.split('\n').length;
      output += data.toString();
      const now = output.split('\n').length;
      if (before <= lines && now > lines) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', () => {
      const said = output.split('\n').slice(0, -1);
      const edits = said.filter((line) => line.startsWith('edit '));
      resolve({
        lastEdit: Number(edits.at(-1)?.slice('edit '.length) ?? 0),
        imports: said.filter((line) => line.startsWith('import ')).length,
        complaints,
      });
    });
  });
}

const runsPerFolder = 5;

describe('a process killed at a random moment of edits, imports and undo', () => {
  it(
    `has lost nothing it acknowledged and left nothing half applied, ${kills} times`,
    async () => {
      let imported = 0;
      for (let done = 0; done < kills; done += runsPerFolder) {
        const folder = temporaryFolder();
        mkdirSync(folder, { recursive: true });
        let edits = 0;
        let sheets = 0;
        for (let run = 0; run < Math.min(runsPerFolder, kills - done); run += 1) {
          const acknowledged = await runAndKill(
            folder,
            1 + Math.floor(Math.random() * 13),
            Math.random() * 300,
          );
          expect(acknowledged.complaints).toBe('');
          edits = Math.max(edits, acknowledged.lastEdit);
          sheets += acknowledged.imports;

          const { archive, client } = await openTestFolder(folder);
          const session = archive.holder.session();
          expectAgreement(session);
          const counter = await client.customers.list({ filter: { text: counterName } });
          expect(counter.total).toBe(1);
          edits = atLeast(Number(counter.rows[0]?.notes), edits);
          const others = (await client.customers.list({ filter: {}, limit: 1 })).total - 1;
          const inEffect = session.sqlite
            .prepare(
              `select count(*) from changes where action like '{"type":"import"%' and kind = 'do' and undoneBy is null`,
            )
            .pluck()
            .get() as number;
          expect(others).toBe(inEffect * batch);
          sheets = atLeast(inEffect, sheets);
          await archive.close();
        }
        imported += sheets;
      }
      // Else the moments were never those of an import.
      expect(imported).toBeGreaterThan(0);
    },
    kills * 20_000,
  );
});

/** What is in the archive: all that was acknowledged, and perhaps what was committed and not yet said. */
function atLeast(found: number, acknowledged: number): number {
  expect(found).toBeGreaterThanOrEqual(acknowledged);
  return found;
}
