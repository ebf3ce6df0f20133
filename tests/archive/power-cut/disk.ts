import { dirname } from 'node:path';
import type { DiskEvent } from './recording.ts';

type Change = { readonly offset: number; readonly data: Buffer } | { readonly length: number };

/** A file as the disk has it: what is certain, and what was written since it was last forced to the disk. */
interface File {
  certain: Buffer;
  pending: Change[];
}

type Naming = Exclude<DiskEvent, { kind: 'write' | 'truncate' | 'sync' }>;

interface PendingName {
  readonly event: Naming;
  readonly file: File | null;
}

/** A number from 0 up to 1, anew at each call. */
export type Chance = () => number;

/** Disks write whole sectors of this many bytes, and may be interrupted between two. */
const sector = 512;

/**
 * A disk that keeps only what it was told to keep. Data of a file is certain after the file was synchronised; names
 * are certain after their folder was. Of everything else a power cut leaves any part: writes each on their own, whole, torn
 * or not at all, since disks reorder them; names in order, since file systems keep a journal of those.
 */
export class Disk {
  readonly #files = new Map<string, File>();
  /** Every name as the running process sees it. */
  readonly #names = new Map<string, File | null>();
  readonly #certainNames = new Map<string, File | null>();
  readonly #pendingNames: PendingName[] = [];

  constructor() {
    this.#names.set('', null);
    this.#certainNames.set('', null);
  }

  apply(event: DiskEvent): void {
    switch (event.kind) {
      case 'write':
        this.#fileAt(event.path).pending.push({ offset: event.offset, data: event.data });
        return;
      case 'truncate':
        this.#fileAt(event.path).pending.push({ length: event.length });
        return;
      case 'sync':
        if (this.#names.get(event.path) === null) this.#syncFolder(event.path);
        else this.#syncFile(this.#fileAt(event.path));
        return;
      default:
        this.#rename(event);
    }
  }

  /** What is there after the power went off now: files by their path. */
  afterPowerCut(chance: Chance): Map<string, Buffer> {
    const names = new Map(this.#certainNames);
    const kept = Math.floor(chance() * (this.#pendingNames.length + 1));
    for (const { event, file } of this.#pendingNames.slice(0, kept)) applyName(names, event, file);
    const contents = new Map<string, Buffer>();
    for (const [path, file] of names) if (file) contents.set(path, contentOf(file, chance));
    return contents;
  }

  #fileAt(path: string): File {
    // A file that has another name by now is still written to by whoever has it open.
    const file = this.#names.get(path) ?? this.#files.get(path);
    if (file) return file;
    const made: File = { certain: Buffer.alloc(0), pending: [] };
    this.#files.set(path, made);
    return made;
  }

  #syncFile(file: File): void {
    file.certain = applied(file.certain, file.pending);
    file.pending = [];
  }

  #syncFolder(folder: string): void {
    const isHere = (path: string): boolean => path !== '' && parentOf(path) === folder;
    const later: PendingName[] = [];
    for (const one of this.#pendingNames.splice(0)) {
      const { event, file } = one;
      const concerned = isHere(event.path) || (event.kind === 'rename' && isHere(event.to));
      if (concerned) applyName(this.#certainNames, event, file);
      else later.push(one);
    }
    this.#pendingNames.push(...later);
  }

  #rename(event: Naming): void {
    if (event.kind === 'create') this.#files.set(event.path, { certain: Buffer.alloc(0), pending: [] });
    const file = event.kind === 'directory' ? null : (this.#files.get(event.path) ?? null);
    if (event.kind === 'rename' && file) this.#files.set(event.to, file);
    applyName(this.#names, event, file);
    this.#pendingNames.push({ event, file });
  }
}

const parentOf = (path: string): string => {
  const parent = dirname(path);
  return parent === '.' ? '' : parent;
};

function applyName(names: Map<string, File | null>, event: Naming, file: File | null): void {
  if (event.kind === 'create' || event.kind === 'directory') names.set(event.path, file);
  else names.delete(event.path);
  if (event.kind === 'rename') names.set(event.to, file);
}

/** The content after changes in their order; what a file grows over is zero. */
function applied(before: Buffer, changes: readonly Change[]): Buffer {
  const most = changes.reduce(
    (size, change) => Math.max(size, 'length' in change ? change.length : change.offset + change.data.length),
    before.length,
  );
  const bytes = Buffer.alloc(most);
  before.copy(bytes);
  let length = before.length;
  for (const change of changes) {
    if ('length' in change) {
      if (change.length < length) bytes.fill(0, change.length, length);
      length = change.length;
    } else {
      change.data.copy(bytes, change.offset);
      length = Math.max(length, change.offset + change.data.length);
    }
  }
  return bytes.subarray(0, length);
}

function contentOf({ certain, pending }: File, chance: Chance): Buffer {
  const survivors = pending.flatMap((change): Change[] => {
    const luck = chance();
    if (luck < 0.4) return [];
    if (luck < 0.8 || 'length' in change) return [change];
    const sectors = Math.floor(change.data.length / sector);
    const whole = Math.floor(chance() * sectors) * sector;
    // Torn: one end of it is there, the other is not.
    return luck < 0.9
      ? [{ offset: change.offset, data: change.data.subarray(0, whole) }]
      : [{ offset: change.offset + whole, data: change.data.subarray(whole) }];
  });
  return applied(certain, survivors);
}
