import { accessSync, constants, existsSync, statSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { ORPCError, ValidationError } from '@orpc/contract';
import { ZodError } from 'zod';
import { FailureError, failureSchema, type Failure } from '../../src-shared/failures.ts';
import type { Log } from './log.ts';

export interface ExplainContext {
  /** The file or folder that the work was about; it stands in the sentence that the user reads. */
  readonly path: string;
  /** Where an error that nobody foresaw is recorded with its incident number. */
  readonly log: Log;
}

/** Turns whatever was thrown into a failure. The only place that knows the error codes of SQLite and the file system. */
export const explain = (error: unknown, context: ExplainContext): Failure => {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof ORPCError) return explainContractError(error, context);
  const issues = invalidInput(error);
  if (issues) return issues;
  if (isAbort(error)) return { code: 'cancelled' };
  const code = codeOf(error);
  const failure =
    code === null ? null : (fromSqlite(code, context.path) ?? fromFileSystem(code, pathOf(error, context)));
  return failure ?? unforeseen(error, context);
};

const unforeseen = (error: unknown, context: ExplainContext): Failure => ({
  code: 'internal',
  incident: context.log.incident(error),
});

/** The contract's own errors: a failure on its way through, input that its schema refused, or a defect of ours. */
const explainContractError = (error: ORPCError<string, unknown>, context: ExplainContext): Failure => {
  const passing = failureSchema.safeParse(error.data);
  if (passing.success) return passing.data;
  if (error.code === 'BAD_REQUEST') return invalidInput(error.cause) ?? { code: 'invalidInput', issues: [] };
  return unforeseen(error, context);
};

/** What the schemas refused, by path and by the schema's word for the problem; never the value itself. */
const invalidInput = (error: unknown): Failure | null => {
  if (!(error instanceof ZodError || error instanceof ValidationError)) return null;
  const issues = error.issues.slice(0, 20).map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    problem: 'code' in issue && typeof issue.code === 'string' ? issue.code : 'invalid',
  }));
  return { code: 'invalidInput', issues };
};

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

const pathOf = (error: unknown, context: ExplainContext): string =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : context.path;

/** Whether SQLite found the file itself to be broken. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(?:CORRUPT|NOTADB)/u.test(codeOf(error) ?? '');

/** Whether SQLite may not make the files beside a database that reading it takes. */
export const isUnreachable = (error: unknown): boolean =>
  /^SQLITE_(?:CANTOPEN|READONLY)/u.test(codeOf(error) ?? '');

/** Whether another connection holds the lock. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/u.test(codeOf(error) ?? '');

/** SQLite's result codes, extended ones included: https://www.sqlite.org/rescode.html */
const fromSqlite = (code: string, path: string): Failure | null => {
  if (!code.startsWith('SQLITE_')) return null;
  const [primary] = code.slice('SQLITE_'.length).split('_');
  if (primary === 'FULL') return { code: 'diskFull', path, neededBytes: null };
  // Growing the shared memory beside the write-ahead log fails as an I/O error, also when the disk is full.
  if (primary === 'IOERR')
    return isDiskFull(path) ? { code: 'diskFull', path, neededBytes: null } : { code: 'ioError', path };
  if (primary === 'READONLY' || primary === 'PERM') return { code: 'readOnly', path };
  if (primary === 'CANTOPEN' || primary === 'AUTH') return cannotOpen(path);
  if (primary === 'CORRUPT') return { code: 'archiveDamaged', path };
  if (primary === 'NOTADB') return { code: 'archiveForeignFile', path };
  if (primary === 'BUSY' || primary === 'LOCKED') return { code: 'busy', what: 'archive' };
  return null;
};

const fromFileSystem = (code: string, path: string): Failure | null => {
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'diskFull', path, neededBytes: null };
  if (code === 'EROFS') return { code: 'readOnly', path };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'noPermission', path };
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing(path);
  if (code === 'EBUSY' || code === 'ETXTBSY') return { code: 'busy', what: 'file' };
  if (code === 'EIO' || code === 'ENXIO' || code === 'ENODEV' || code === 'EFBIG')
    return { code: 'ioError', path };
  return null;
};

/** SQLite says “cannot open” for every reason; the file system tells which it is. */
const cannotOpen = (path: string): Failure => {
  if (!existsSync(path) && !existsSync(dirname(path)))
    return { code: 'archiveFolderMissing', folder: dirname(path) };
  for (const [place, mode] of [
    [path, constants.R_OK],
    [path, constants.W_OK],
    [dirname(path), constants.W_OK],
  ] as const) {
    if (existsSync(place) && !isAllowed(place, mode))
      return { code: mode === constants.R_OK ? 'noPermission' : 'readOnly', path };
  }
  return existsSync(path) ? { code: 'ioError', path } : { code: 'fileMissing', path };
};

const missing = (path: string): Failure => ({ code: 'fileMissing', path });

const isAllowed = (path: string, mode: number): boolean => {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
};

/** Less than this is no room for a page and its entry in the write-ahead log, with what the system keeps back. */
const nothingLeft = 64 * 1024;

const isDiskFull = (path: string): boolean => {
  try {
    const folder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < nothingLeft;
  } catch {
    return false;
  }
};
