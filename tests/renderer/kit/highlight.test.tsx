import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Highlight } from '../../../src-renderer/kit/highlight.tsx';

const marked = (text: string, ranges: [number, number][]): string =>
  renderToStaticMarkup(Highlight({ text, ranges }));

test('marks what was found', () => {
  expect(marked('杭州八骏科技', [[2, 4]])).toBe('杭州<mark>八骏</mark>科技');
});

test('joins what overlaps and keeps every character', () => {
  expect(
    marked('杭州八骏科技', [
      [3, 5],
      [0, 2],
      [1, 4],
    ]),
  ).toBe('<mark>杭州</mark><mark>八骏</mark><mark>科</mark>技');
});

test('ranges beyond the text do no harm', () => {
  expect(marked('八骏', [[1, 9]])).toBe('八<mark>骏</mark>');
  expect(marked('八骏', [[5, 9]])).toBe('八骏');
});

test('text is text', () => {
  expect(marked('<b>八骏</b>', [[3, 5]])).toBe('&lt;b&gt;<mark>八骏</mark>&lt;/b&gt;');
});
