import { describe, expect, test } from 'vitest';
import { isComposing, matches, parseCombo } from '../../../src-renderer/app/key-combos.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent => {
  const event = { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
  return event as KeyboardEvent;
};

describe('key combinations', () => {
  test('a plain letter means itself alone', () => {
    expect(matches(parseCombo('n'), press('n'))).toBe(true);
    expect(matches(parseCombo('n'), press('N', { shiftKey: true }))).toBe(false);
    expect(matches(parseCombo('n'), press('n', { ctrlKey: true }))).toBe(false);
    expect(matches(parseCombo('n'), press('n', { altKey: true }))).toBe(false);
  });

  test('capitals by caps lock are the same key', () => {
    expect(matches(parseCombo('n'), press('N'))).toBe(true);
  });

  test('mod is Ctrl, and redo is not undo', () => {
    const redo = press('Z', { ctrlKey: true, shiftKey: true });
    expect(matches(parseCombo('mod+shift+z'), redo)).toBe(true);
    expect(matches(parseCombo('mod+z'), redo)).toBe(false);
  });

  test('a sign may need shift or not, as the keyboard has it', () => {
    expect(matches(parseCombo('?'), press('?', { shiftKey: true }))).toBe(true);
    expect(matches(parseCombo('/'), press('/'))).toBe(true);
    expect(matches(parseCombo('/'), press('/', { shiftKey: true }))).toBe(true);
  });

  test('with a keyboard of another script the same place counts', () => {
    expect(matches(parseCombo('mod+z'), press('я', { ctrlKey: true, code: 'KeyZ' }))).toBe(true);
    expect(matches(parseCombo('mod+z'), press('w', { ctrlKey: true, code: 'KeyZ' }))).toBe(false);
  });

  test('space and plus can be named', () => {
    expect(matches(parseCombo('space'), press(' '))).toBe(true);
    expect(matches(parseCombo('mod++'), press('+', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  test('what an input method takes is recognised in each form in which browsers tell it', () => {
    expect(isComposing({ isComposing: true, keyCode: 13, key: 'Enter' })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 229, key: 'Enter' })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 0, key: 'Process' })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 13, key: 'Enter' })).toBe(false);
  });
});
