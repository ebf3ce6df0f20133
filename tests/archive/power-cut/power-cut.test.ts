import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectImage } from './inspect-image.ts';
import { fastFolder } from '../../support/fast-folder.ts';
import { isSoak } from '../../support/soak.ts';
import { Disk, type Chance } from './disk.ts';
import { readRecording, type DiskEvent } from './recording.ts';
import { compileShim } from './shim.ts';

const shim = compileShim();
const root = mkdtempSync(join(fastFolder(), 'kedang-power-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  if ('path' in shim) shim.remove();
});

const cuts = isSoak ? 20_000 : 2_000;
/** A soak may take as long as it takes. */
const longest = isSoak ? 3_600_000 : 300_000;
const worker = fileURLToPath(new URL('./children/work-on-an-archive.ts', import.meta.url));

/** Lets the worker run once and answers everything that it did to its folder. */
function record(name: string, synchronous: string): DiskEvent[] {
  if (!('path' in shim)) throw new Error(shim.missing);
  const folder = join(root, name);
  mkdirSync(folder);
  const log = join(root, `${name}.log`);
  const { status, stderr } = spawnSync(process.execPath, [worker, folder, synchronous], {
    encoding: 'utf8',
    env: { ...process.env, LD_PRELOAD: shim.path, KEDANG_IO_ROOT: folder, KEDANG_IO_LOG: log },
  });
  if (status !== 0) throw new Error(stderr);
  return readRecording(log, folder);
}

/** Numbers that look like chance and are the same in every run (mulberry32). */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Findings {
  /** Moments at which something acknowledged was not there any more. */
  readonly lost: string[];
  /** Moments after which the archive did not open, was damaged, or had half a change. */
  readonly broken: string[];
}

/** Cuts the power at moments spread over the run, and looks at what the disk is left with each time. */
function cutPower(name: string, events: readonly DiskEvent[], times: number): Findings {
  const chance = chanceFrom(20_261_126);
  const moments = Array.from({ length: times }, () => Math.floor(chance() * events.length)).toSorted(
    (a, b) => a - b,
  );
  const findings: Findings = { lost: [], broken: [] };
  const disk = new Disk();
  const folder = join(root, `${name} after`);
  let said = '';
  let at = 0;
  for (const moment of moments) {
    for (; at <= moment; at += 1) {
      const event = events[at];
      if (event?.path === 'acknowledged' && event.kind === 'write') said += event.data.toString();
      if (event) disk.apply(event);
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [path, content] of disk.afterPowerCut(chance)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const { lost, broken } = inspectImage(folder, said.split('\n').filter(Boolean));
    if (lost !== null) findings.lost.push(`after event ${moment}: ${lost}`);
    if (broken !== null) findings.broken.push(`after event ${moment}: ${broken}`);
  }
  return findings;
}

describe.skipIf('missing' in shim)('the power goes off at a random moment of a run', () => {
  it(
    `and nothing that was acknowledged is lost, at ${cuts} moments`,
    () => {
      const events = record('full', 'full');
      // A run without checkpoints or without backups would prove little.
      expect(events.filter(({ kind }) => kind === 'sync').length).toBeGreaterThan(60);
      expect(events.some((event) => event.kind === 'rename' && event.to.endsWith('.kedang'))).toBe(true);
      expect(cutPower('full', events, cuts)).toEqual({ lost: [], broken: [] });
    },
    longest,
  );

  it(
    'which this test would notice: with what SQLite’s package does by default, changes are lost',
    () => {
      const { lost } = cutPower('normal', record('normal', 'normal'), 200);
      expect(lost.length).toBeGreaterThan(0);
    },
    longest,
  );
});
