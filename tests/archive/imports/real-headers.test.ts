import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../src-main/archive/imports/dictionary.ts';
import { misspeltHeaders, realHeaders, unknownHeaders } from './real-headers.ts';

const meaningOf = (rows: readonly string[]): string => readHeader(rows)?.meaning ?? 'nothing';

/** Spellings that are taken for something else, in words. */
const mistaken = (headers: readonly (readonly [readonly string[], string])[]): string[] =>
  headers
    .filter(([rows, meaning]) => meaningOf(rows) !== meaning)
    .map(([rows, meaning]) => `${rows.join('/')} is ${meaning}, taken for ${meaningOf(rows)}`);

describe('headers of real sheets', () => {
  it('are at least 300, each written once', () => {
    expect(new Set(realHeaders.map(([rows]) => rows.join('/'))).size).toBe(realHeaders.length);
    expect(realHeaders.length).toBeGreaterThanOrEqual(300);
    expect(misspeltHeaders.length).toBeGreaterThanOrEqual(60);
    expect(unknownHeaders.length).toBeGreaterThanOrEqual(60);
  });

  it('are understood', () => {
    expect(mistaken(realHeaders)).toEqual([]);
  });

  it('are understood with one slip in them', () => {
    expect(mistaken(misspeltHeaders.map(([header, meaning]) => [[header], meaning]))).toEqual([]);
  });

  it('stay unknown where they name nothing that a customer has', () => {
    expect(mistaken(unknownHeaders.map((header) => [[header], 'nothing']))).toEqual([]);
  });
});
