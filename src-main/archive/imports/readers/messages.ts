import type { Failure } from '../../../../src-shared/failures.ts';
import type { SheetChunk } from './cells.ts';
import type { SheetFacts } from './sheet-facts.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What the worker is started with. */
export interface ReadOrder {
  readonly path: string;
  /** As the user knows the file; stands in failures. */
  readonly fileName: string;
  /** The user's own choices for a text file. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
}

/** `xls` is every workbook of Office before 2007 and of WPS, `xml` that of Excel 2003, `csv` text of any delimiter. */
export type FileFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'xml' | 'html' | 'csv';

/** How a file was understood as a whole. */
export interface FileFacts {
  readonly format: FileFormat;
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
}

/** What the worker says, in order: sheets with their chunks, then `done`; or one of the last two instead. */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly type: 'beginSheet'; readonly name: string; readonly hidden: boolean }
  | { readonly type: 'chunk'; readonly chunk: SheetChunk }
  | { readonly type: 'endSheet'; readonly facts: SheetFacts }
  | { readonly type: 'done'; readonly facts: FileFacts }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** An error of the operating system, by its code, such as `ENOENT`. */
  | { readonly type: 'systemError'; readonly code: string };

/** Where a reader puts what it reads. */
export interface ReaderOutput {
  progress(done: number, total: number | null): void;
  beginSheet(name: string, hidden: boolean): void;
  chunk(chunk: SheetChunk): void;
  endSheet(facts: SheetFacts): void;
}
