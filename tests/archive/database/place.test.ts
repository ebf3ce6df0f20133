import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { placeOf } from '../../../src-main/archive/database/place.ts';

const windows = {
  platform: 'win32' as const,
  env: { OneDrive: 'D:\\云端\\个人' },
  home: 'C:\\Users\\王敏',
  fileSystem: () => null,
};
const linux = { platform: 'linux' as const, env: {}, home: '/home/wangmin', fileSystem: () => 0xef53 };
const onLinux = (type: number) => ({ ...linux, fileSystem: () => type });

it.each([
  ['C:\\Users\\王敏\\OneDrive\\客户档案', 'OneDrive'],
  ['C:\\Users\\王敏\\OneDrive - 八骏贸易\\客户档案', 'OneDrive'],
  ['d:\\云端\\个人\\客户', 'OneDrive'],
  ['D:\\我的坚果云\\客户档案', '坚果云'],
  ['C:\\Users\\王敏\\Nutstore\\客户', '坚果云'],
  ['D:\\BaiduSyncdisk\\客户', '百度网盘'],
  ['E:\\百度网盘同步空间', '百度网盘'],
  ['C:\\Users\\王敏\\WPS Cloud Files\\客户', 'WPS 云盘'],
  ['C:\\Users\\王敏\\Dropbox (八骏)\\客户', 'Dropbox'],
  ['C:\\Users\\王敏\\iCloudDrive', 'iCloud'],
])('%s is kept in step by %s', (folder, by) => {
  expect(placeOf(folder, windows)).toEqual({ kind: 'synced', by });
});

it.each([
  'C:\\Users\\王敏\\AppData\\Roaming\\Kedang\\archive',
  'D:\\客户档案',
  'D:\\云端\\个人资料以外',
  'D:\\坚果仓库\\客户',
  '\\\\?\\D:\\客户档案',
])('%s is an ordinary folder', (folder) => {
  expect(placeOf(folder, windows)).toBeNull();
});

it('a user who is called like such a program is not taken for its folder', () => {
  expect(placeOf('C:\\Users\\Dropbox\\客户', { ...windows, home: 'C:\\Users\\Dropbox' })).toBeNull();
});

it.each(['\\\\服务器\\客户\\档案', '//server/share/客户', '\\\\?\\UNC\\server\\share'])(
  '%s lies on another computer',
  (folder) => {
    expect(placeOf(folder, windows)).toEqual({ kind: 'network' });
  },
);

it('on Linux the file system tells', () => {
  expect(placeOf('/mnt/店里/客户', onLinux(0x6969))).toEqual({ kind: 'network' });
  // As a signed number, in which some systems give it.
  expect(placeOf('/mnt/店里/客户', onLinux(0xff534d42 | 0))).toEqual({ kind: 'network' });
  expect(placeOf('/home/wangmin/客户', linux)).toBeNull();
  expect(placeOf(tmpdir())).toBeNull();
});
