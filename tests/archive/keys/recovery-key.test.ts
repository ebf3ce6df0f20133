import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatRecoveryKey,
  groupsAgree,
  groupsToAsk,
  newRecoveryKey,
  readRecoveryKey,
  recoveryGroups,
} from '../../../src-main/archive/keys/recovery-key.ts';

test('a recovery key is nine groups of four without letters that look alike', () => {
  const text = formatRecoveryKey(newRecoveryKey());
  expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/u);
  expect(recoveryGroups).toBe(9);
});

test('any 160 bits come back, however they are typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      const text = formatRecoveryKey(bytes);
      const typed = [
        text,
        text.toLowerCase(),
        text.replaceAll('-', ''),
        text.replaceAll('-', ' — '),
        text.replaceAll('0', 'O').replaceAll('1', 'l'),
        text.replaceAll('1', 'I').replaceAll('V', 'u'),
        [...text]
          .map((character) =>
            /[0-9A-Z]/u.test(character)
              ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfe_e0)
              : '　',
          )
          .join(''),
      ];
      for (const one of typed) expect(readRecoveryKey(one)).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('one wrong character, a group left out and two groups exchanged are slips, not another key', () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => index * 11);
  const text = formatRecoveryKey(bytes);
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '-') continue;
    const other = character === 'Z' ? '2' : 'Z';
    expect(readRecoveryKey(`${text.slice(0, index)}${other}${text.slice(index + 1)}`)).toBeNull();
  }
  const groups = text.split('-');
  expect(readRecoveryKey(groups.slice(1).join('-'))).toBeNull();
  expect(readRecoveryKey([groups[1], groups[0], ...groups.slice(2)].join('-'))).toBeNull();
  expect(readRecoveryKey('')).toBeNull();
});

test('the groups that are asked for have to be typed as they stand there', () => {
  const bytes = newRecoveryKey();
  const groups = formatRecoveryKey(bytes).split('-');
  const asked = groupsToAsk();
  expect(asked).toHaveLength(2);
  expect(asked).toEqual(asked.toSorted((a, b) => a - b));
  const right = asked.map((group) => groups[group] ?? '');
  expect(
    groupsAgree(
      bytes,
      asked,
      right.map((text) => ` ${text.toLowerCase()} `),
    ),
  ).toBe(true);
  expect(groupsAgree(bytes, asked, right.toReversed())).toBe(right[0] === right[1]);
  expect(groupsAgree(bytes, asked, [])).toBe(false);
});
