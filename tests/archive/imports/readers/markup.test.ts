import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { buildZip } from '../../../support/build-zip.ts';
import { readFailure, readSheets, textsOf } from '../../../support/read-sheets.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';

const read = async (content: Uint8Array | string) => {
  const file = await readSheets(temporaryFile('会员.xls', content), null, { fileName: '会员.xls' });
  return { ...file, texts: file.sheets.map(textsOf) };
};

describe('a web page named as a sheet', () => {
  it('has a cell for each, moved aside by those that reach over rows and columns', async () => {
    const { format, texts, sheets } = await read(`<html><body><table>
      <tr><th rowspan=2>客户</th><th colspan="2">联系人</th><th rowspan=2>备注</th></tr>
      <tr><th>姓名</th><th>手机</th></tr>
      <tr><td>八骏</td><td>王伟</td><td>13800138000</td><td>&nbsp;</td></tr></table></body></html>`);
    expect(format).toBe('html');
    expect(sheets[0]?.name).toBe('会员');
    expect(texts[0]).toEqual([
      ['客户', '联系人', '', '备注'],
      ['', '姓名', '手机', ''],
      ['八骏', '王伟', '13800138000', ''],
    ]);
    expect(sheets[0]?.facts.merged).toEqual([
      [0, 0, 1, 0],
      [0, 1, 0, 2],
      [0, 3, 1, 3],
    ]);
  });

  it('has texts as they are shown: entities, line breaks, styles, leading zeros, unclosed cells', async () => {
    const { texts } = await read(`<style>td { color: red }</style><TABLE><tr><td>A&amp;B&#8212;<b>公司</b>
      <td> 一<br>二<p>三</p><td style='mso-number-format:"\\@"'>00123</TABLE>`);
    expect(texts).toEqual([[['A&B—公司', '一\n二\n三', '00123']]]);
  });

  it('has its long numbers whole where Excel wrote them beside', async () => {
    const { texts } = await read(
      '<table><tr><td x:num="13800138000">1.38E+10</td><td x:num="0.5">50%</td></table>',
    );
    expect(texts).toEqual([[['13800138000', '50%']]]);
  });

  it('has its codes without what keeps Excel from counting with them', async () => {
    const { texts } = await read(
      '<table><tr><td>="00012"</td><td>=&quot;a&quot;&quot;b&quot;</td><td>=A1</td></tr></table>',
    );
    expect(texts).toEqual([[['00012', 'a"b', '=A1']]]);
  });

  it('may be GBK, have several tables, and one within another', async () => {
    const page =
      '<html><meta charset="gb2312"><table><tr><td>客户<table><tr><td>内</td></tr></table></td></tr></table><table><tr><td>旧客户</td></tr></table></html>';
    const { encoding, texts, sheets } = await read(iconv.encode(page, 'gbk'));
    expect(encoding).toBe('gb18030');
    expect(sheets.map(({ name }) => name)).toEqual(['会员', '会员 2', '会员 3']);
    expect(texts).toEqual([[['客户']], [['内']], [['旧客户']]]);
  });

  it('says what it hides', async () => {
    const { sheets } = await read(
      '<table><col><col style="display:none"><tr><td>a</td><td>b</td></tr><tr style="height:0;display: none"><td>c</td></tr></table>',
    );
    expect(sheets[0]?.facts).toMatchObject({ hiddenRows: [[1, 2]], hiddenColumns: [[1, 2]] });
  });
});

const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet';
const xml = (body: string, head = ''): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${spreadsheet}" xmlns:ss="${spreadsheet}">${head}${body}</Workbook>`;

describe('the XML of Excel 2003', () => {
  it('has its cells where they say, its types and formats, and rich text plain', async () => {
    const head = `<ExcelWorkbook/><Styles><Style ss:ID="s1"><NumberFormat ss:Format="000000"/></Style></Styles>`;
    const { format, texts, sheets } = await read(
      xml(
        `<Worksheet ss:Name="客户"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
        <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>富</B>文本</ss:Data><PhoneticText>ふ</PhoneticText></Cell></Row>
        <Row ss:Index="3" ss:Hidden="1"><Cell ss:StyleID="s1"><Data ss:Type="Number">17053</Data></Cell><Cell ss:Index="3"><Data ss:Type="DateTime">2021-11-11T08:30:00.000</Data></Cell></Row>
        <Row><Cell><Data ss:Type="DateTime">1899-12-31T08:30:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table></Worksheet>
        <Worksheet ss:Name="旧"><Table><Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`,
        head,
      ),
    );
    expect(format).toBe('xml');
    expect(texts[0]).toEqual([
      ['标题', '', '富文本'],
      ['', '', ''],
      ['017053', '', '2021-11-11 08:30'],
      ['08:30', 'TRUE', '#N/A'],
    ]);
    expect(sheets[0]?.facts).toMatchObject({
      merged: [[0, 0, 0, 1]],
      hiddenRows: [[2, 3]],
      hiddenColumns: [[1, 3]],
    });
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['客户', false],
      ['旧', true],
    ]);
  });
});

const namespaces =
  'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n" xmlns:calcext="c" xmlns:draw="d"';
const ods = (tables: string, styles = '', manifest = ''): Buffer =>
  buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      data: `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: 'META-INF/manifest.xml', data: `<manifest>${manifest}</manifest>` },
  ]);
const text = (written: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${written}</text:p></table:table-cell>`;

describe('an .ods', () => {
  it('has what LibreOffice writes: values beside what is shown, repeated cells and rows, remarks passed over', async () => {
    const { format, texts, sheets } = await read(
      ods(
        `<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>
        <table:table table:name="客户" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
        <table:table-row>${text('第一行<text:line-break/>第<text:s text:c="2"/>二行</text:p><text:p>三')}<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:ruby><text:ruby-base>乙</text:ruby-base><text:ruby-text>いつ</text:ruby-text></text:ruby></text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:style-name="ce1" office:value-type="float" office:value="17053" table:number-columns-repeated="2"><text:p>017053</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2021-11-11T08:30:00"><text:p>11.11.</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="time" office:time-value="PT08H30M00S"><text:p>8:30</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
        <table:table table:name="旧" table:style-name="ta2"><table:table-row>${text('乙')}</table:table-row></table:table>`,
        `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style><number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="6"/></number:number-style><style:style style:name="ce1" style:data-style-name="N1"/>`,
      ),
    );
    expect(format).toBe('ods');
    expect(texts[0]).toEqual([
      ['第一行\n第  二行\n三', '甲乙', ''],
      ['017053', '017053', '2021-11-11 08:30'],
      ['017053', '017053', '2021-11-11 08:30'],
      ['08:30', '', '#N/A'],
    ]);
    expect(sheets[0]?.facts).toEqual({
      merged: [[3, 0, 3, 1]],
      hiddenRows: [[1, 3]],
      hiddenColumns: [[1, 3]],
      filtered: true,
      epoch1904: true,
    });
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('with a password says so, and a text of the same family that it is none', async () => {
    const locked = ods('', '', '<file-entry><encryption-data/></file-entry>');
    expect(await readFailure(read(locked))).toEqual({ code: 'sheetEncrypted', name: '会员.xls' });
    const letter = buildZip([{ name: 'content.xml', data: '<document><body><text/></body></document>' }]);
    expect(await readFailure(read(letter))).toEqual({ code: 'sheetUnsupported', name: '会员.xls' });
  });
});
