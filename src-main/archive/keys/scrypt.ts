import { scrypt } from 'node:crypto';
import { z } from 'zod';

/** How much work a password takes (RFC 7914): memory is 128 · N · r bytes. */
export const scryptCostSchema = z.strictObject({
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((N) => Number.isInteger(Math.log2(N)), { error: 'not a power of two' }),
  r: z.number().int().min(1).max(8),
  p: z.number().int().min(1).max(4),
});
export type ScryptCost = z.infer<typeof scryptCostSchema>;

/** The least that a password costs: 128 MiB. */
export const usualCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** A cost that takes less than this (ms) on this computer is doubled. */
const tooFast = 200;

/** The most memory that calibrating goes to: 1 GiB. */
const largest = 2 ** 20;

/**
 * 32 bytes from a password, on a thread of Node's pool: nobody waits for it but the caller.
 *
 * @param password normalised already
 */
export const deriveKey = (password: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Node's own limit is 32 MiB; OpenSSL wants a little more than the formula says.
    const maxmem = 128 * N * r + 128 * r * p + 1024 * 1024;
    scrypt(password, salt, 32, { N, r, p, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
  });

/**
 * The cost for passwords on this computer: at least {@link usualCost}, doubled until it takes 0.2 s. It is never made
 * less because a computer is slow or busy.
 */
export const calibratedCost = async (): Promise<ScryptCost> => {
  let cost = usualCost;
  for (;;) {
    const started = performance.now();
    await deriveKey('calibration', Buffer.alloc(16), cost);
    if (performance.now() - started >= tooFast || cost.N >= largest) return cost;
    cost = { ...cost, N: cost.N * 2 };
  }
};
