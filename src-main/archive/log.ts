import { randomInt } from 'node:crypto';
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a log line may carry besides its event: numbers and flags, never text of customers, files or searches. */
export type LogFacts = Readonly<Record<string, number | boolean>>;

/** A small file log for the person who looks after the program. It holds no customer data and never throws. */
export interface Log {
  /** Notes that something happened: `archive opened { schema: 1 }`. `event` is a fixed phrase of the program. */
  note(event: string, facts?: LogFacts): void;
  /** Records an error that nobody foresaw and answers its incident number, such as `7F3K-9QTX`. */
  incident(error: unknown): string;
}

export const logFileName = 'kedang.log';

/** A file is put aside when it would grow past this many bytes; with the one in use, three are kept. */
const maximumBytes = 512 * 1024;
export const olderLogFileNames = ['kedang.1.log', 'kedang.2.log'] as const;

/** Opens the log in a folder. A folder that is missing, full or read-only costs the lines, not the work. */
export const createLog = (folder: string, clock: () => Date = () => new Date()): Log => {
  const write = (line: string): void => {
    try {
      rotate(folder, line.length);
      appendFileSync(join(folder, logFileName), line);
    } catch {
      // A log that cannot be written must not stop the program that it is about.
    }
  };
  return {
    note(event, facts = {}) {
      const parts = Object.entries(facts).map(([name, value]) => ` ${name}=${value}`);
      write(`${clock().toISOString()} ${event}${parts.join('')}\n`);
    },
    incident(error) {
      const number = incidentNumber();
      write(`${clock().toISOString()} incident ${number}\n${describe(error)}`);
      return number;
    },
  };
};

/** A log that keeps nothing, for tools and tests. */
export const silentLog: Log = { note() {}, incident: () => incidentNumber() };

const rotate = (folder: string, addition: number): void => {
  const current = join(folder, logFileName);
  const size = statSync(current, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || size + addition <= maximumBytes) return;
  const [newer, older] = olderLogFileNames;
  if (statSync(join(folder, newer), { throwIfNoEntry: false }))
    renameSync(join(folder, newer), join(folder, older));
  renameSync(current, join(folder, newer));
};

/** Letters and digits that are not mistaken for each other when read out over the phone. */
const incidentLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const fourLetters = (): string =>
  Array.from({ length: 4 }, () => incidentLetters[randomInt(incidentLetters.length)]).join('');
const incidentNumber = (): string => `${fourLetters()}-${fourLetters()}`;

/** Name, code and place of an error and its causes. Messages are left out: they can quote what the user typed. */
const describe = (error: unknown, depth = 0): string => {
  if (!(error instanceof Error)) return `  ${typeof error}\n`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const head = `  ${depth === 0 ? '' : 'caused by '}${error.name}${code}\n`;
  const frames = places(error).map((frame) => `    ${frame}\n`);
  const cause = error.cause !== undefined && depth < 3 ? describe(error.cause, depth + 1) : '';
  return head + frames.join('') + cause;
};

const places = (error: Error): string[] => {
  const stack = error.stack ?? '';
  const message = stack.indexOf(error.message);
  const frames = message < 0 ? stack : stack.slice(message + error.message.length);
  return frames
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 20);
};
