import { deriveKey, usualCost } from '../../src-main/archive/keys/scrypt.ts';
import type { open } from '../bench-archive.ts';
import { once, type Row } from '../measure.ts';

type Client = Awaited<ReturnType<typeof open>>['client'];

const password = '西湖的水 和 长江的风';

/**
 * From the password to an open archive, the median of five. It leaves the archive without a password, as it was; the
 * session of before is closed.
 */
export async function unlockRows(client: Client): Promise<Row[]> {
  await client.protection.setPassword({ password });
  const unlocks: number[] = [];
  const derivations: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    await client.protection.lock();
    unlocks.push(await once(() => client.protection.unlock({ password })));
    derivations.push(await once(() => deriveKey(password, Buffer.alloc(16), usualCost)));
  }
  await client.protection.removePassword({ current: password });
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  const derivation = median(derivations);
  return [
    {
      what: 'unlock: password → archive open',
      value: median(unlocks),
      unit: 'ms',
      against: { what: 'scrypt alone, N = 2^17', value: derivation },
      limit: { text: 'scrypt 200–1,500 ms', holds: derivation <= 1_500 },
    },
  ];
}
