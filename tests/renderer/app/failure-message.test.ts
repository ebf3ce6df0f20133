import { beforeAll, describe, expect, test } from 'vitest';
import { failureMessage } from '../../../src-renderer/app/failures/failure-message.ts';
import { languages, startI18n, switchLanguage } from '../../../src-renderer/i18n/i18n.ts';
import { i18n } from '../../../src-renderer/i18n/instance.ts';
import { failureSchema, type Failure } from '../../../src-shared/failures.ts';
import { passwordProblemSchema } from '../../../src-shared/passwords.ts';

/** One failure of every code, with parameters as they occur. */
const failures: Failure[] = [
  { code: 'noArchive' },
  { code: 'archiveAlreadyThere', folder: 'D:\\客户档案' },
  { code: 'archiveLocked', folder: 'D:\\客户档案' },
  { code: 'archiveFolderMissing', folder: 'E:\\U盘\\客户档案' },
  { code: 'archiveMoved', folder: 'D:\\客户档案', to: 'E:\\客档档案' },
  { code: 'moveTargetTaken', folder: 'E:\\客档档案', name: 'kedang.keys' },
  { code: 'moveInside', folder: 'D:\\客户档案\\里面' },
  { code: 'folderMissing', path: 'E:\\没有这里' },
  { code: 'archiveEmptyFile', path: 'D:\\客户档案\\kedang.db' },
  { code: 'archiveForeignFile', path: 'D:\\客户档案\\kedang.db' },
  { code: 'archiveDamaged', path: 'D:\\客户档案\\kedang.db' },
  { code: 'archiveNewer', path: 'D:\\客户档案\\kedang.db', schema: 9, ours: 3 },
  { code: 'locked' },
  { code: 'wrongPassword' },
  { code: 'tryLater', seconds: 30 },
  { code: 'wrongRecoveryKey', reason: 'mistyped' },
  { code: 'wrongRecoveryKey', reason: 'other' },
  ...passwordProblemSchema.options.map((reason) => ({ code: 'passwordUnfit' as const, reason })),
  { code: 'passwordSet' },
  { code: 'passwordNotSet' },
  { code: 'keysMissing', path: 'D:\\客户档案\\kedang.keys' },
  { code: 'readOnly', path: 'D:\\客户档案' },
  { code: 'noPermission', path: 'D:\\客户档案' },
  { code: 'fileMissing', path: 'D:\\台账.xlsx' },
  { code: 'diskFull', path: 'D:\\客户档案', neededBytes: 300_000_000 },
  { code: 'ioError', path: 'D:\\客户档案' },
  { code: 'busy', what: 'import' },
  { code: 'cancelled' },
  { code: 'connectionLost' },
  { code: 'invalidInput', issues: [{ path: 'name', problem: 'too_big' }] },
  { code: 'notFound', what: 'customer' },
  { code: 'nameMissing' },
  { code: 'codeTaken', customerCode: 'KH-0021', holder: '杭州八骏科技有限公司' },
  { code: 'codesExhausted', pattern: 'KH-{0}' },
  { code: 'nameTaken', what: 'tag', name: '重点关注' },
  { code: 'fieldInUse', name: '门店数', count: 1_024 },
  { code: 'tooManyFields', max: 100 },
  { code: 'customValueInvalid', field: '门店数', value: '十二家' },
  {
    code: 'customerChanged',
    meanwhile: [
      { field: 'stage', before: 'lead', after: 'active', actor: '小王', at: '2026-11-08T06:30:00Z' },
    ],
    version: 4,
  },
  { code: 'nothingToUndo' },
  { code: 'nothingToRedo' },
  { code: 'alreadyUndone' },
  { code: 'sheetUnsupported', name: '台账.pdf' },
  { code: 'sheetUnreadable', name: '台账.xlsx', sheet: null },
  { code: 'sheetEncrypted', name: '台账.xlsx' },
  { code: 'sheetEmpty', name: '台账.xlsx' },
  { code: 'sheetTooLarge', name: '台账.xlsx', limit: 'bytes', max: 52_428_800 },
  { code: 'sheetSuspicious', name: '台账.xlsx', reason: 'dtd' },
  { code: 'nameColumnMissing' },
  { code: 'planOutdated' },
  { code: 'backupDamaged', path: 'D:\\备份\\一.kedang' },
  { code: 'backupForeign', path: 'D:\\备份\\照片.jpg' },
  { code: 'backupNewer', path: 'D:\\备份\\一.kedang', schema: 9, ours: 3 },
  { code: 'placeNotConnected', path: 'E:\\客档备份' },
  { code: 'placeUnsuitable', path: 'D:\\客户档案\\备份', archive: 'D:\\客户档案' },
  { code: 'backupLocked', path: 'D:\\备份\\一.kedang' },
  { code: 'restoreFailed', safetyBackup: 'D:\\备份\\恢复前.kedang' },
  { code: 'internal', incident: 'K3F9' },
];

const what = (failure: Failure): string => failureMessage(i18n.t, failure).what;

describe('failure messages', () => {
  beforeAll(() => startI18n('zh-CN'));

  test('every failure code stands in this table', () => {
    const codes = failureSchema.options.map(({ shape }) => shape.code.value);
    expect([...new Set(failures.map(({ code }) => code))].sort()).toEqual(codes.sort());
  });

  test.each(languages)(
    'every failure says in %s what happened, what is safe and what to do, without gaps',
    async (language) => {
      await switchLanguage(language);
      for (const failure of failures) {
        const { what, safe, next } = failureMessage(i18n.t, failure);
        for (const sentence of [what, safe, next]) {
          expect(sentence.length, failure.code).toBeGreaterThan(1);
          expect(sentence, failure.code).not.toMatch(
            /\{\{|\}\}|undefined|\[object|failures\.|failureWords\./u,
          );
        }
      }
    },
  );

  test('sizes and counts are in words of people, fields by their names', async () => {
    await switchLanguage('zh-CN');
    expect(what({ code: 'sheetTooLarge', name: '台账.xlsx', limit: 'bytes', max: 52_428_800 })).toBe(
      '“台账.xlsx”太大了：文件超过 50.0 MB。',
    );
    expect(what({ code: 'sheetTooLarge', name: '台账.xlsx', limit: 'rows', max: 200_000 })).toBe(
      '“台账.xlsx”太大了：超过 200,000 行。',
    );
    expect(
      what({
        code: 'customerChanged',
        meanwhile: [
          { field: 'stage', before: 'lead', after: 'active', actor: '小王', at: '2026-11-08T06:30:00Z' },
        ],
        version: 4,
      }),
    ).toBe('这位客户刚刚在另一个窗口被改过：阶段。');
  });
});
