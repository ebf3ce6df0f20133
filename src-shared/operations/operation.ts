import { oc } from '@orpc/contract';
import { z } from 'zod';
import { failureSchema } from '../failures.ts';

/** Every operation can fail with one of the failures, as data. */
export const operation = oc.errors({ FAILURE: { status: 422, data: failureSchema } });

export const id = z.number().int().positive();

export const page = {
  offset: z.number().int().min(0).max(10_000_000).default(0),
  limit: z.number().int().min(1).max(500).default(100),
};

/** A password as it was typed; the rules stand in passwords.ts. */
export const secret = z.string().max(1_000);
