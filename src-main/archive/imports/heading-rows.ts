import type { HeadingKind } from '../../../src-shared/imports.ts';

/** Rows that stand above others and say something of them: a company above its people, 华东区 above its customers. */
export interface Headings {
  readonly kind: HeadingKind;
  /** What each says, by row, in the order of the sheet; '' for one that only ends what the one before has said. */
  readonly texts: ReadonlyMap<number, string>;
  /** Those that are customers themselves, since they say more or nobody stands below them. */
  readonly own: ReadonlySet<number>;
  /** The column in which they stand. */
  readonly lead: number;
}

/** A heading without what people decorate headings with: —— 2023年 ——, 【华东区】, 一、老客户（5户）. */
export const bareHeading = (text: string): string =>
  text
    .trim()
    .replace(/^[\s\-—–=*#※◆■●▲★☆>·]+|[\s\-—–=*#※◆■●▲★☆<·:：]+$/gu, '')
    .replace(/^[【[〔《<「]\s*(.+?)\s*[】\]〕》>」]$/u, '$1')
    .replace(/^(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．]\s*/u, '')
    .replace(/\s*[(（]?[共计合]?\s*\d{1,5}\s*[人户家个位名]\s*[)）]?$/u, '')
    .trim();
