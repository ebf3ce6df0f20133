import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sameBytes } from '../../../src-main/archive/backups/copy.ts';
import { temporaryFolder } from '../../support/open-test-archive.ts';

const chunk = 1024 * 1024;

test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk])(
  'of %i bytes, what is behind a position is the same only if every byte is, and none is missing',
  (length) => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const bytes = Buffer.alloc(length, '客档');
    const file = (name: string, content: Buffer) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const from = { path: file('a', bytes), position: 0 };
    const against = (content: Buffer) =>
      sameBytes(
        from,
        { path: file('b', Buffer.concat([Buffer.alloc(4096), content])), position: 4096 },
        { check: () => {} },
      );
    expect(against(bytes)).toBe(true);
    expect(against(Buffer.concat([bytes, Buffer.of(0)]))).toBe(false);
    if (length === 0) return;
    expect(against(bytes.subarray(1))).toBe(false);
    const other = Buffer.from(bytes);
    other[length - 1] = (other[length - 1] ?? 0) ^ 1;
    expect(against(other)).toBe(false);
  },
);
