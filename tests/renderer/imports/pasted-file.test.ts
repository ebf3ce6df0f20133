import { expect, test } from 'vitest';
import { pastedFiles } from '../../../src-renderer/imports/pasted-file.ts';

const pasted = (data: Record<string, string>, files: File[] = []) =>
  pastedFiles({ getData: (type) => data[type] ?? '', files }, '粘贴的表格');

test('cells come as the table they were copied as, whatever comes beside it', async () => {
  const table = '<table><tr><td>八骏</td></tr></table>';
  const picture = new File(['x'], 'image.png', { type: 'image/png' });
  const [file, ...others] = pasted({ 'text/html': table, 'text/plain': '八骏' }, [picture]);
  expect(file?.name).toBe('粘贴的表格.html');
  expect(await file?.text()).toContain(table);
  expect(others).toEqual([]);
});

test('text comes as it is, and formatted text that is no table as text', async () => {
  const [file] = pasted({ 'text/html': '<b>八骏</b>', 'text/plain': '八骏\t1\r\n恒通\t2' });
  expect(file?.name).toBe('粘贴的表格.txt');
  expect(await file?.text()).toBe('八骏\t1\r\n恒通\t2');
});

test('files that were copied in a folder come as they are, and nothing brings nothing', () => {
  const file = new File(['八骏'], '客户.csv', { type: 'text/csv' });
  expect(pasted({ 'text/plain': '客户.csv' }, [file])).toEqual([file]);
  expect(pasted({ 'text/plain': ' \n' })).toEqual([]);
});
