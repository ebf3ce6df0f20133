import type { z } from 'zod';
import type { decisionSchema, PlanCounts, PlanInput, RowStatus } from '../../../src-shared/imports.ts';
import type { CustomerRef, MatchKey } from './match-index.ts';
import type { NormaliseContext } from './normalise.ts';
import { dataRows } from './data-rows.ts';
import type { Cell } from './readers/cells.ts';
import type { Sheet } from './readers/sheet.ts';

export type Decision = z.infer<typeof decisionSchema>;

/** What a row was found to belong to. */
export interface PlannedMatch {
  readonly ref: CustomerRef;
  readonly key: MatchKey;
  readonly detail: string;
  readonly certain: boolean;
}

/** Bits of a row. */
const doubtful = 1;
const nameless = 2;
const addsNothing = 4;

/**
 * What an import will do, row by row, held in memory until it is committed. Rows stand by their index among the
 * sheet's data rows, and are read again when they are shown or written, so that a plan weighs a few bytes a row.
 */
export class Plan {
  readonly input: PlanInput;
  readonly sheet: Sheet;
  readonly context: NormaliseContext;
  /** Positions of the data rows in the sheet. */
  readonly positions: Uint32Array;
  readonly #cells: (position: number) => Cell[];
  readonly #matches = new Map<number, PlannedMatch>();
  readonly #flags: Uint8Array;
  readonly #decisions = new Map<number, Decision>();
  /** For rows without a certain match: the customer they make new. */
  readonly #own: Int32Array;
  /** Row that made each new customer; the customer −1 is the first. */
  readonly #makers: number[] = [];
  /** Worked out when it is asked for, and anew after a decision. */
  #groups: Map<CustomerRef, number[]> | undefined;

  constructor(input: PlanInput, sheet: Sheet, positions: Uint32Array, context: NormaliseContext) {
    this.input = input;
    this.sheet = sheet;
    this.context = context;
    this.#cells = dataRows(sheet, (input.header?.[1] ?? -1) + 1);
    this.positions = positions;
    this.#flags = new Uint8Array(positions.length);
    this.#own = new Int32Array(positions.length);
  }

  get length(): number {
    return this.positions.length;
  }

  /** The row of the sheet, from 0. */
  rowNumber(index: number): number {
    return this.sheet.rowAt(this.positions[index] ?? 0);
  }

  /** The filled cells of a row, in order. */
  cells(index: number): Cell[] {
    return this.#cells(this.positions[index] ?? 0);
  }

  /** The index of a row of the sheet; -1 when it is no data row. */
  indexOf(row: number): number {
    const position = this.sheet.positionOf(row);
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return this.positions[low] === position && this.rowNumber(low) === row ? low : -1;
  }

  setNameless(index: number): void {
    this.#flags[index] = (this.#flags[index] ?? 0) | nameless;
  }

  setDoubtful(index: number): void {
    this.#flags[index] = (this.#flags[index] ?? 0) | doubtful;
  }

  setAddsNothing(index: number, value: boolean): void {
    const flags = this.#flags[index] ?? 0;
    this.#flags[index] = value ? flags | addsNothing : flags & ~addsNothing;
  }

  isDoubtful = (index: number): boolean => ((this.#flags[index] ?? 0) & doubtful) !== 0;
  isNameless = (index: number): boolean => ((this.#flags[index] ?? 0) & nameless) !== 0;
  addsNothing = (index: number): boolean => ((this.#flags[index] ?? 0) & addsNothing) !== 0;
  matchOf = (index: number): PlannedMatch | undefined => this.#matches.get(index);
  isDecided = (index: number): boolean => this.#decisions.has(index);

  setMatch(index: number, match: PlannedMatch): void {
    this.#matches.set(index, match);
  }

  /** Gives the row a customer of its own, and returns it. */
  makeOwn(index: number): CustomerRef {
    const known = this.#own[index] ?? 0;
    if (known !== 0) return known;
    this.#makers.push(index);
    return (this.#own[index] = -this.#makers.length);
  }

  /** The row that made a new customer. */
  makerOf(ref: CustomerRef): number {
    return this.#makers[-ref - 1] ?? -1;
  }

  decide(index: number, decision: Decision): void {
    const match = this.#matches.get(index);
    if (this.isNameless(index) || (decision === 'update' && !match)) return;
    this.#decisions.set(index, decision);
    this.#groups = undefined;
    if (decision === 'create') this.makeOwn(index);
  }

  /** The customer a row goes to in the end; 0 when it is skipped. */
  refOf(index: number): CustomerRef {
    const decision = this.#decisions.get(index);
    if (this.isNameless(index) || decision === 'skip') return 0;
    const match = this.#matches.get(index);
    const joins = match && (decision === 'update' || (match.certain && decision !== 'create'));
    return joins ? this.#final(match.ref) : (this.#own[index] ?? 0);
  }

  statusOf(index: number): RowStatus {
    const decision = this.#decisions.get(index);
    const ref = this.refOf(index);
    if (ref === 0) return 'skip';
    const match = this.#matches.get(index);
    if (match && !match.certain && decision === undefined) return 'possible';
    if (this.addsNothing(index)) return 'skip';
    return ref > 0 ? 'update' : 'create';
  }

  counts(): PlanCounts {
    const counts = {
      rows: this.length,
      create: 0,
      update: 0,
      possible: 0,
      skip: 0,
      doubtful: 0,
      newCustomers: 0,
    };
    const made = new Set<CustomerRef>();
    for (let index = 0; index < this.length; index++) {
      counts[this.statusOf(index)]++;
      if (this.isDoubtful(index)) counts.doubtful++;
      const ref = this.refOf(index);
      if (ref < 0) made.add(ref);
    }
    counts.newCustomers = made.size;
    return counts;
  }

  /** Rows by the customer they go to, in the order of the sheet; skipped rows are missing. */
  groups(): ReadonlyMap<CustomerRef, readonly number[]> {
    return (this.#groups ??= this.#group());
  }

  #group(): Map<CustomerRef, number[]> {
    const groups = new Map<CustomerRef, number[]>();
    for (let index = 0; index < this.length; index++) {
      const ref = this.refOf(index);
      if (ref === 0) continue;
      const rows = groups.get(ref);
      if (rows) rows.push(index);
      else groups.set(ref, [index]);
    }
    return groups;
  }

  /** A customer that was to be new may itself have been decided to be another. */
  #final(ref: CustomerRef): CustomerRef {
    let current = ref;
    while (current < 0) {
      const maker = this.makerOf(current);
      const match = this.#matches.get(maker);
      if (this.#decisions.get(maker) !== 'update' || !match || match.ref === current) return current;
      current = match.ref;
    }
    return current;
  }
}
