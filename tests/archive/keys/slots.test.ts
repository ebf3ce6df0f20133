import { scrypt } from 'node:crypto';
import { expect, test } from 'vitest';
import { newDataKey } from '../../../src-main/archive/keys/data-key.ts';
import { calibratedCost, deriveKey, usualCost } from '../../../src-main/archive/keys/scrypt.ts';
import {
  clearSlot,
  openClear,
  openWithPassword,
  openWithRecovery,
  passwordSlot,
  recoverySlot,
  withSlot,
  type KeyEntry,
} from '../../../src-main/archive/keys/slots.ts';
import { newRecoveryKey } from '../../../src-main/archive/keys/recovery-key.ts';
import { cheapCost } from '../../support/open-test-archive.ts';

test('scrypt gives what RFC 7914 says, with memory beyond the usual limit', async () => {
  const derive = (password: string, salt: string, N: number, r: number, p: number) =>
    new Promise<string>((resolve, reject) => {
      scrypt(password, salt, 64, { N, r, p, maxmem: 2 ** 31 }, (error, key) =>
        error ? reject(error) : resolve(key.toString('hex')),
      );
    });
  expect(await derive('', '', 16, 1, 1)).toMatch(/^77d6576238657b203b19ca42c18a0497f16b4844e3074ae8/u);
  expect(await derive('password', 'NaCl', 1024, 8, 16)).toMatch(/^fdbabe1c9d3472007856e7190d01e9fe7c6ad7cb/u);
  expect(await derive('pleaseletmein', 'SodiumChloride', 16384, 8, 1)).toMatch(
    /^7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2/u,
  );
  // The first 32 bytes are the same, however many are asked for.
  const key = await deriveKey('pleaseletmein', Buffer.from('SodiumChloride'), { N: 16384, r: 8, p: 1 });
  expect(key.toString('hex')).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
});

test('the cost that fits this computer is never below 128 MiB', async () => {
  const { N, r, p } = await calibratedCost();
  expect([N >= usualCost.N, r, p]).toEqual([true, 8, 1]);
  expect(usualCost).toEqual({ N: 131_072, r: 8, p: 1 });
});

const at = '2026-11-26T15:00:00.000Z';
const password = '西湖的水 和 长江的风';

const withAll = async () => {
  const key = newDataKey();
  const recovery = newRecoveryKey();
  let entry: KeyEntry = { id: key.id, slots: [await passwordSlot(key, password, cheapCost, at)] };
  entry = withSlot(entry, recoverySlot(key, recovery, at));
  entry = withSlot(entry, clearSlot(key));
  return { key, recovery, entry };
};

test('each slot gives the key back to whoever has what opens it, and to nobody else', async () => {
  const { key, recovery, entry } = await withAll();
  expect(await openWithPassword(entry, password)).toEqual(key);
  expect(openWithRecovery(entry, recovery)).toEqual(key);
  expect(openClear(entry)).toEqual(key);
  expect(await openWithPassword(entry, `${password} `)).toBeNull();
  expect(openWithRecovery(entry, newRecoveryKey())).toBeNull();
  expect(await openWithPassword({ ...entry, slots: [clearSlot(key)] }, password)).toBeNull();
});

test('the text of a slot tells nothing of the key it holds', async () => {
  const { key, entry } = await withAll();
  const text = JSON.stringify(entry);
  for (const encoding of ['hex', 'base64'] as const)
    expect(text).not.toContain(Buffer.from(key.bytes).toString(encoding));
});

/** Every way to change one character or number in a slot. */
const tampered = (entry: KeyEntry): KeyEntry[] => {
  const text = JSON.stringify(entry);
  const changed: KeyEntry[] = [];
  for (const match of text.matchAll(/"([A-Za-z0-9+/=:.-]{8,})"/gu)) {
    const value = match[1] ?? '';
    if (value === 'password' || value === 'recovery') continue;
    for (let index = 0; index < value.length; index += 1) {
      const character = value[index] ?? '';
      if (character === '=') continue;
      const other = character === 'A' || character === '0' ? '1' : character === '1' ? '2' : '0';
      const position = match.index + 1 + index;
      changed.push(JSON.parse(`${text.slice(0, position)}${other}${text.slice(position + 1)}`) as KeyEntry);
    }
  }
  changed.push(JSON.parse(text.replace(/"N":\d+/u, '"N":2048')) as KeyEntry);
  changed.push(JSON.parse(text.replace('"r":1', '"r":2')) as KeyEntry);
  return changed;
};

test('a slot in which anything was changed opens for nobody', async () => {
  const { key, recovery } = await withAll();
  const slots = [
    await passwordSlot(key, password, { N: 2, r: 1, p: 1 }, at),
    recoverySlot(key, recovery, at),
    clearSlot(key),
  ];
  for (const slot of slots) {
    const entry: KeyEntry = { id: key.id, slots: [slot] };
    const open = async (changed: KeyEntry) =>
      (await openWithPassword(changed, password)) ??
      openWithRecovery(changed, recovery) ??
      openClear(changed);
    expect(await open(entry)).toEqual(key);
    const all = tampered(entry);
    expect(all.length).toBeGreaterThan(80);
    for (const changed of all) {
      if (JSON.stringify(changed) === JSON.stringify(entry)) continue;
      // Base 64 has bits at its end that mean nothing.
      const opened = await open(changed);
      if (opened !== null) expect(sameBytes(changed, entry), JSON.stringify(changed)).toBe(true);
    }
  }
});

const sameBytes = (a: KeyEntry, b: KeyEntry): boolean => {
  const bytes = (entry: KeyEntry) =>
    JSON.stringify(entry).replaceAll(/"([A-Za-z0-9+/]{16,}={0,2})"/gu, (_all, text: string) =>
      Buffer.from(text, 'base64').toString('hex'),
    );
  return bytes(a) === bytes(b);
};
