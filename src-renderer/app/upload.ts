import { type Failure, failureSchema } from '../../src-shared/failures.ts';
import { type FileRef, fileRefSchema } from '../../src-shared/files.ts';
import { failed } from './failed.ts';

/**
 * Hands a dropped or browsed file to the host, which keeps it until the program ends, and returns its token.
 * Throws the contract's `FAILURE` error (`sheetTooLarge`, `diskFull`, `connectionLost`, …) like any operation.
 */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<FileRef> {
  const response = await fetch('/files', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    // A file that was moved or deleted since it was dropped cannot be told from a host that is gone.
    throw failed({ code: 'connectionLost' });
  });
  if (!response.ok) throw failed(await failureOf(response));
  return fileRefSchema.parse(await response.json());
}

async function failureOf(response: Response): Promise<Failure> {
  const parsed = failureSchema.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : { code: 'internal', incident: `HTTP ${response.status}` };
}
