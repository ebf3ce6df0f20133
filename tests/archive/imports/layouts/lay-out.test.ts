import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src-main/archive/imports/layouts/lay-out.ts';
import type { TestCell } from '../../../support/build-workbook.ts';
import { readSheets, sheetOf, textsOf } from '../../../support/read-sheets.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';

type Rows = readonly (readonly TestCell[])[];

/** The table that becomes of a workbook, or of a text: a line for each row, with its cells between bars; null for none. */
async function tableOf(content: Rows | string) {
  const laidOut = await laidOutOf(content);
  return laidOut && textsOf(laidOut.sheet).map((cells) => cells.join('|'));
}

async function laidOutOf(content: Rows | string) {
  if (typeof content !== 'string') return layOut(await sheetOf(content), null);
  const path = temporaryFile('名单.txt', content);
  const { sheets, delimiter } = await readSheets(path, null, { fileName: '名单.txt' });
  const [sheet] = sheets;
  return sheet ? layOut(sheet, delimiter) : null;
}

describe('cards of labels and their values', () => {
  it('one below the other are rows, with what only some of them say and what has no label', async () => {
    expect(
      await tableOf([
        ['客户资料卡'],
        ['名称', '杭州八骏科技有限公司'],
        ['电话', '0571-88012345'],
        ['联系人', '王伟'],
        [],
        ['名称', '宁波恒通五金商行'],
        ['联系人', '李娜'],
        ['卡号', 'A01'],
        [],
        ['名称', '苏州海泰贸易有限公司'],
        ['电话', 13_800_138_002],
        ['卡号', 'A02'],
        ['备注', '月结'],
        [null, '每月5号'],
      ]),
    ).toEqual([
      '名称|电话|联系人|卡号|备注|其他备注',
      '杭州八骏科技有限公司|0571-88012345|王伟|||',
      '宁波恒通五金商行||李娜|A01||',
      '苏州海泰贸易有限公司|13800138002||A02|月结|每月5号',
    ]);
  });

  it('need no blank rows between them, and may have two labels in a row', async () => {
    expect(
      await tableOf([
        ['姓名：', '王伟', '性别：', '男'],
        ['电话：', '13800138000', '生日：', '1985-03-04'],
        ['姓名：', '李娜', '性别：', '女'],
        ['电话：', '13800138001', '生日：', null],
      ]),
    ).toEqual(['姓名|性别|电话|生日', '王伟|男|13800138000|1985-03-04', '李娜|女|13800138001|']);
  });

  it('side by side are as many', async () => {
    expect(
      await tableOf([
        ['姓名', '王伟', null, '姓名', '李娜'],
        ['电话', '13800138000', null, '电话', '13800138001'],
        [],
        ['姓名', '张军', null, '姓名', '陈勇'],
        ['电话', '13800138002', null, '电话', '13800138003'],
      ]),
    ).toEqual(['姓名|电话', '王伟|13800138000', '李娜|13800138001', '张军|13800138002', '陈勇|13800138003']);
  });

  it('may have the label before its value in one cell, below a name without one', async () => {
    expect(
      await tableOf([
        ['杭州八骏科技有限公司'],
        ['电话：0571-88012345'],
        ['地址：文一西路8号'],
        [],
        ['宁波恒通五金商行'],
        ['电话：0574-87654321'],
        ['地址：人民路3号'],
      ]),
    ).toEqual([
      '名称|电话|地址',
      '杭州八骏科技有限公司|0571-88012345|文一西路8号',
      '宁波恒通五金商行|0574-87654321|人民路3号',
    ]);
  });

  it('may be a single form', async () => {
    expect(
      await tableOf([
        ['客户登记表'],
        ['公司名称', '杭州八骏科技有限公司', '税号', '91330106MA27XYZ12X'],
        ['联系人', '王伟', '手机', '13800138000'],
        ['地址', '文一西路8号', '车牌', '浙A12345'],
      ]),
    ).toEqual([
      '公司名称|税号|联系人|手机|地址|车牌',
      '杭州八骏科技有限公司|91330106MA27XYZ12X|王伟|13800138000|文一西路8号|浙A12345',
    ]);
  });

  it('may be a table that lies on its side', async () => {
    const laidOut = await tableOf([
      ['客户名称', '杭州八骏科技有限公司', '宁波恒通五金商行'],
      ['联系人', '王伟', '李娜'],
      ['电话', '13800138000', null],
    ]);
    expect(laidOut).toEqual([
      '客户名称|联系人|电话',
      '杭州八骏科技有限公司|王伟|13800138000',
      '宁波恒通五金商行|李娜|',
    ]);
  });
});

describe('people in lines of text', () => {
  it('of a 接龙 have lost their numbers; phones, names and places are found, and the rest is a note', async () => {
    const laidOut = await laidOutOf(`#接龙
五常大米 39.9/箱，周五送货
例 1. 张三 电话 地址
1. 张三 13812345678 两箱 送到阳光小区3栋501
2、小鱼儿 3-2-501 白菜2斤 13712345678
3. 王姐13612345678 阳光小区 5-301 已付
4. 陈勇（两份）15812345678 桂花园3栋2单元
5. 周太太-18612345678-7栋1102
门口放着就好
6. 刘洋：五箱`);
    expect(laidOut).toMatchObject({
      type: 'lines',
      count: 6,
      aside: ['#接龙', expect.any(String), expect.any(String)],
    });
    expect(laidOut && textsOf(laidOut.sheet).map((cells) => cells.slice(0, 4).join('|'))).toEqual([
      '姓名|电话|地址|备注',
      '张三|13812345678|阳光小区3栋501|两箱',
      '小鱼儿|13712345678|3-2-501|白菜2斤',
      '王姐|13612345678|阳光小区5-301|已付',
      '陈勇|15812345678|桂花园3栋2单元|两份',
      '周太太|18612345678|7栋1102|门口放着就好',
      '刘洋|||五箱',
    ]);
  });

  it('with commas between are no table', async () => {
    expect(
      await tableOf('1. 张三，13812345678，2箱\n2. 李四，13912345678，1箱\n3. 王五，13712345678，3箱'),
    ).toEqual([
      '姓名|电话|备注|原文',
      '张三|13812345678|2箱|张三，13812345678，2箱',
      '李四|13912345678|1箱|李四，13912345678，1箱',
      '王五|13712345678|3箱|王五，13712345678，3箱',
    ]);
  });

  it('may have labels, or companies before the people', async () => {
    expect(
      await tableOf(
        '姓名：张三 电话：13812345678 地址：文一西路8号\n姓名：李四 电话：13912345678 地址：人民路3号 备注：急',
      ),
    ).toEqual([
      '姓名|电话|地址|备注|原文',
      '张三|13812345678|文一西路8号||姓名：张三 电话：13812345678 地址：文一西路8号',
      '李四|13912345678|人民路3号|急|姓名：李四 电话：13912345678 地址：人民路3号 备注：急',
    ]);
    expect(await tableOf('杭州八骏科技有限公司 王伟 13712345678\n张三 13812345678')).toEqual([
      '公司名称|姓名|电话|原文',
      '杭州八骏科技有限公司|王伟|13712345678|杭州八骏科技有限公司 王伟 13712345678',
      '|张三|13812345678|张三 13812345678',
    ]);
  });

  it('may have a few lines each, with blank ones between them or as many for each', async () => {
    const expected = [
      '姓名|电话|地址|原文',
      '张三|13812345678|阳光小区3栋501|张三 13812345678 阳光小区3栋501',
    ];
    const other = '李四\n13912345678\n幸福路12号';
    const last = '李四|13912345678|幸福路12号|李四 13912345678 幸福路12号';
    expect(await tableOf(`张三\n13812345678\n阳光小区3栋501\n\n${other}`)).toEqual([...expected, last]);
    expect(await tableOf(`张三\n13812345678\n阳光小区3栋501\n${other}`)).toEqual([...expected, last]);
  });
});

describe('tables', () => {
  it.each<[string, Rows | string]>([
    [
      'of two columns',
      [
        ['客户名称', '电话'],
        ['杭州八骏科技有限公司', '0571-88012345'],
        ['宁波恒通五金商行', '0574-87654321'],
      ],
    ],
    [
      'of one row',
      [
        ['姓名', '电话', '地址'],
        ['王伟', '13800138000', '西湖区'],
      ],
    ],
    [
      'below whose header a label heads every row',
      [
        ['客户名称', '手机'],
        ['业务员：赵敏'],
        ['杭州八骏科技有限公司', '13800138000'],
        ['业务员：陈勇'],
        ['苏州海泰贸易有限公司', '13800138003'],
      ],
    ],
    ['of one column', [['姓名'], ['张三'], ['李四']]],
    ['of phones only', [['13812345678'], ['13912345678']]],
    ['of text without a header', '1,张三,13812345678\n2,李四,13912345678\n3,王五,13712345678'],
    ['of text with a header', '姓名,电话\n张三,13812345678\n李四,13912345678'],
    ['that list what to do', '1. 打扫卫生\n2. 采购办公用品\n3. 开会'],
  ])('%s stay what they are', async (_, content) => {
    expect(await laidOutOf(content)).toBeNull();
  });
});
