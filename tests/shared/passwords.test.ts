import { expect, test } from 'vitest';
import { passwordProblem } from '../../src-shared/passwords.ts';

const names = ['杭州八骏'];

test.each([
  '5201314a',
  'woaini1314',
  'woaini520',
  'zhang123456',
  'Wangwei1990',
  'Kedang2024',
  '客户档案客户档案',
  'password1',
  'P@ssw0rd',
  '12345678',
  '87654321',
  'abcdefgh',
  'aaaaaaaa',
  '12341234',
  '1qaz2wsx',
  'qwertyuiop',
  '19900101',
  '13800138000',
  '杭州八骏2024',
  '１２３４５６７８',
  'admin-admin',
  '888888888',
  'laopo5201314',
])('%s is what others try first', (password) => {
  expect(passwordProblem(password, names)).toBe('common');
});

test.each([
  '一去二三里，烟村四五家',
  'liubei zai xinye',
  'correct horse battery',
  'tT7-kkl0q',
  '四海 五金 98 号门',
  '🐎🐎🌊🌧️🏠🚲🍵🥢',
])('%s may be used: any character, no rule about which', (password) => {
  expect(passwordProblem(password, names)).toBeNull();
});

test('length is counted in characters, from 8 to 128', () => {
  expect(passwordProblem('江南好风景旧')).toBe('short');
  expect(passwordProblem('ab🐎🐎cd7')).toBe('short');
  expect(passwordProblem(`${'春江潮水连海平'.repeat(18)}月明`)).toBeNull();
  expect(passwordProblem(`${'春江潮水连海平'.repeat(18)}月明中`)).toBe('long');
});
