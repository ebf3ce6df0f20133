import type { Tone } from './cells.ts';
import { declaration, main } from './xlsx-names.ts';

/** Indices into `cellXfs` of the styles part. */
export const styles = {
  general: 0,
  header: 1,
  text: 2,
  date: 3,
  time: 4,
  money: 5,
  lines: 6,
  doubt: 7,
  example: 8,
} as const;

/** What stands out is always text: it is there to be read and written over. */
export const styleOfTone: Record<Tone, number> = { doubt: styles.doubt, example: styles.example };

const xf = (format: number, more = '/>', font = 0, fill = 0) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"${more}`;

const font = (more = '', colour = '') => `<font>${more}<sz val="11"/>${colour}<name val="等线"/></font>`;
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const wrapped = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';

/** The styles part; the order of its formats is that of {@link styles}. */
export const stylesXml = (): string =>
  `${declaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  `<fonts count="3">${font()}${font('<b/>')}${font('<i/>', '<color rgb="FF808080"/>')}</fonts>` +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  `${fill('FFEAF1F8')}${fill('FFFFE699')}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="9">${xf(0)}${xf(49, ' applyFont="1" applyFill="1"/>', 1, 2)}` +
  `${xf(49)}${xf(164)}${xf(165)}${xf(4)}${xf(0, wrapped)}` +
  `${xf(49, ' applyFill="1"/>', 0, 3)}${xf(49, ' applyFont="1"/>', 2)}</cellXfs></styleSheet>`;
