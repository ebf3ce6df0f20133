import { type Failure, failureSchema } from '../../src-shared/failures.ts';
import { type FileRef, fileRefSchema } from '../../src-shared/files.ts';
import { failed } from './failed.ts';

/**
 * Hands a dropped or browsed file to the host, which keeps it until the program ends, and returns its token.
 * Throws the contract's `FAILURE` error (`fileMissing`, `diskFull`, `connectionLost`, …) like any operation.
 */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<FileRef> {
  await checkReadable(file);
  const request: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    // Electron takes a whole file into memory, and an empty one not at all; servers before HTTP/2 take no streams.
    body: location.protocol === 'kedang:' ? file.stream() : file,
    duplex: 'half',
    signal: signal ?? null,
  };
  const response = await fetch('/files', request).catch((error: unknown) => {
    throw signal?.aborted ? error : failed({ code: 'connectionLost' });
  });
  if (!response.ok) throw failed(await failureOf(response));
  return fileRefSchema.parse(await response.json());
}

/** A file that was moved or deleted after it was chosen, or a folder, which cannot be read either. */
async function checkReadable(file: File): Promise<void> {
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw failed({ code: 'fileMissing', path: file.name });
    });
}

async function failureOf(response: Response): Promise<Failure> {
  const parsed = failureSchema.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : { code: 'internal', incident: `HTTP ${response.status}` };
}
