import { isContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { archiveContract } from '../../src-shared/contract.ts';
import { failureSchema } from '../../src-shared/failures.ts';
import { draft, openTestArchive } from '../support/open-test-archive.ts';

const paths = Object.entries(archiveContract).flatMap(([noun, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => isContractProcedure(operation) && operation['~orpc'].inputSchema !== undefined)
    .map(([verb, operation]) => [noun, verb, operation['~orpc'].inputSchema as z.ZodType] as const),
);

const odd = fc.oneof(
  fc.anything({ withBigInt: false }),
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    0,
    -1,
    1e308,
    Number.NaN,
    [],
    {},
    true,
    '\u0000',
    '长'.repeat(20_000),
  ),
);
const keys = [
  'id',
  'filter',
  'selection',
  'patch',
  'draft',
  'baseVersion',
  'token',
  'text',
  'planId',
  'readingId',
  'offset',
  'limit',
  '__proto__',
];
/** Whole nonsense, and objects with the contract's own keys holding nonsense. */
const malformed = fc.oneof(
  odd,
  fc.dictionary(fc.constantFrom(...keys), odd),
  fc.record({
    id: odd,
    patch: fc.record({ name: odd, contacts: fc.array(odd), tagIds: fc.array(odd) }),
    baseVersion: odd,
  }),
  fc.record({
    draft: fc.record({ name: odd, stage: odd, methods: fc.array(fc.record({ type: odd, value: odd })) }),
  }),
  fc.record({ filter: fc.record({ text: odd, tagsAny: odd, createdFrom: odd, region: odd }), sort: odd }),
);

type Call = (input: unknown) => Promise<unknown>;

/** Calls an operation without the types that would stop malformed input, and runs it to its end. */
async function outcome(call: Call, input: unknown): Promise<unknown> {
  try {
    const answer = await call(input);
    if (answer !== null && typeof answer === 'object' && Symbol.asyncIterator in answer) {
      for await (const _progress of answer as AsyncIterable<unknown>) void _progress;
    }
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'data' in error ? error.data : error;
  }
}

describe('malformed input', () => {
  it('to any operation, a thousand times each, is refused as data and writes nothing', async () => {
    const { client, session } = await openTestArchive();
    await client.customers.create({ draft: draft({ name: '杭州八骏科技有限公司' }) });
    // What the reader's connection sees of commits by the writer's: https://www.sqlite.org/pragma.html#pragma_data_version
    const commits = () => session.sqlite.pragma('data_version', { simple: true });
    const operations = client as unknown as Record<string, Record<string, Call>>;
    for (const [noun, verb, schema] of paths) {
      const call = operations[noun]?.[verb];
      if (!call) throw new Error(`${noun}.${verb} is not implemented`);
      await fc.assert(
        fc.asyncProperty(malformed, async (input) => {
          // Nonsense around a valid core is valid: unknown keys are dropped. Those inputs are other tests' business.
          if (schema.safeParse(input).success) return;
          const before = commits();
          const result = await outcome(call, input);
          const failure = failureSchema.safeParse(result);
          expect([noun, verb, failure.success ? failure.data.code : result]).not.toContain('internal');
          expect(failure.success).toBe(true);
          expect(commits()).toBe(before);
        }),
        { numRuns: 1_000, endOnFailure: true },
      );
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }, 240_000);
});
