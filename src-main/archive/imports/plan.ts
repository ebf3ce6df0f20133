import type {
  Decision,
  PlanCounts,
  PlanInput,
  RowPlace,
  RowStatus,
} from '../../../src-shared/import-plan.ts';
import type { CustomerRef, MatchKey } from './match-index.ts';
import type { PlanSource } from './plan-source.ts';
import type { Cell } from './readers/cells.ts';

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
const accepted = 8;

/**
 * What an import will do, row by row, held in memory until it is committed. Rows of all its sheets stand one after
 * another by their index, and are read again when they are shown or written, so that a plan weighs a few bytes a row.
 */
export class Plan {
  readonly input: PlanInput;
  readonly sources: readonly PlanSource[];
  readonly length: number;
  /** The newest change that was taken into account; what came later may have changed the matches. */
  changeId = 0;
  /** Another one after everything that happened to the plan. */
  version = 0;
  readonly #matches = new Map<number, PlannedMatch>();
  readonly #flags: Uint8Array;
  readonly #decisions = new Map<number, Decision>();
  /** For rows without a certain match: the customer they make new. */
  readonly #own: Int32Array;
  /** For rows with another person of a company that the file makes: that customer. */
  readonly #companies: Int32Array;
  /** Row that made each new customer; the customer −1 is the first. */
  readonly #makers: number[] = [];
  /** Worked out when it is asked for, and anew after a decision. */
  #groups: Map<CustomerRef, number[]> | undefined;

  constructor(input: PlanInput, sources: readonly PlanSource[]) {
    this.input = input;
    this.sources = sources;
    this.length = sources.reduce((sum, { positions }) => sum + positions.length, 0);
    this.#flags = new Uint8Array(this.length);
    this.#own = new Int32Array(this.length);
    this.#companies = new Int32Array(this.length);
  }

  /** The sheet of a row. */
  sourceOf(index: number): PlanSource {
    let found = this.sources[0];
    for (const source of this.sources) {
      if (source.start > index) break;
      found = source;
    }
    if (!found) throw new RangeError('A plan without sheets has no rows');
    return found;
  }

  positionOf(index: number): number {
    const { positions, start } = this.sourceOf(index);
    return positions[index - start] ?? 0;
  }

  /** The sheet of the plan and the row there, from 0. */
  placeOf(index: number): RowPlace {
    const source = this.sourceOf(index);
    return { sheet: this.sources.indexOf(source), row: source.sheet.rowAt(this.positionOf(index)) };
  }

  /** The filled cells of a row as they are to be read, in order. */
  cells(index: number): Cell[] {
    const source = this.sourceOf(index);
    const position = source.positions[index - source.start] ?? 0;
    return source.edits.apply(source.sheet.rowAt(position), source.cellsAt(position));
  }

  /** The filled cells of a row as the file has them. */
  originalCells(index: number): Cell[] {
    return this.sourceOf(index).cellsAt(this.positionOf(index));
  }

  /** The index of a row of a sheet; -1 when it is no data row. */
  indexOf({ sheet, row }: RowPlace): number {
    const source = this.sources[sheet];
    if (!source) return -1;
    const position = source.sheet.positionOf(row);
    let [low, high] = [0, source.positions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((source.positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return source.positions[low] === position && source.sheet.rowAt(position) === row
      ? source.start + low
      : -1;
  }

  /** The same plan with nothing matched yet; what was said about its rows goes with it. */
  again(sources: readonly PlanSource[] = this.sources): Plan {
    const plan = new Plan(this.input, sources);
    for (const [index, decision] of this.#decisions) plan.#decisions.set(index, decision);
    for (const [index, flags] of this.#flags.entries()) plan.#flags[index] = flags & accepted;
    return plan;
  }

  /** Once all rows are matched: those that were decided to be customers of their own get them. */
  endMatching(): void {
    for (const [index, decision] of this.#decisions) {
      if (decision === 'create' || (decision === 'update' && !this.#matches.has(index))) this.makeOwn(index);
    }
    this.#touch();
  }

  #touch(): void {
    this.#groups = undefined;
    this.version++;
  }

  #set(index: number, flag: number, value: boolean): void {
    const flags = this.#flags[index] ?? 0;
    this.#flags[index] = value ? flags | flag : flags & ~flag;
  }

  #has = (index: number, flag: number): boolean => ((this.#flags[index] ?? 0) & flag) !== 0;

  setNameless = (index: number): void => this.#set(index, nameless, true);
  setDoubtful = (index: number, value: boolean): void => this.#set(index, doubtful, value);
  setAddsNothing = (index: number, value: boolean): void => this.#set(index, addsNothing, value);
  isDoubtful = (index: number): boolean => this.#has(index, doubtful);
  isNameless = (index: number): boolean => this.#has(index, nameless);
  addsNothing = (index: number): boolean => this.#has(index, addsNothing);
  isAccepted = (index: number): boolean => this.#has(index, accepted);
  matchOf = (index: number): PlannedMatch | undefined => this.#matches.get(index);
  isDecided = (index: number): boolean => this.#decisions.has(index);

  setMatch(index: number, match: PlannedMatch): void {
    this.#matches.set(index, match);
  }

  setCompany(index: number, ref: CustomerRef): void {
    this.#companies[index] = ref;
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

  /** Decides a row. One that is only doubtful has been looked at with that. */
  decide(index: number, decision: Decision): void {
    const match = this.#matches.get(index);
    if (this.isNameless(index) || (decision === 'update' && !match)) return;
    if (this.statusOf(index) === 'doubtful') this.accept(index);
    this.#decisions.set(index, decision);
    if (decision === 'create') this.makeOwn(index);
    this.#touch();
  }

  /** Takes the doubtful values of a row as they are. */
  accept(index: number, value = true): void {
    this.#set(index, accepted, value);
    this.version++;
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
    const ref = this.refOf(index);
    if (ref === 0) return 'skip';
    const match = this.#matches.get(index);
    if (match && !match.certain && !this.#decisions.has(index)) return 'possible';
    if (this.addsNothing(index)) return 'skip';
    if (this.isDoubtful(index) && !this.isAccepted(index)) return 'doubtful';
    return ref > 0 ? 'update' : 'create';
  }

  counts(): PlanCounts {
    const counts: PlanCounts = {
      rows: this.length,
      create: 0,
      update: 0,
      possible: 0,
      doubtful: 0,
      skip: 0,
      newCustomers: 0,
      joined: 0,
      updatedCustomers: 0,
      possibleBy: {},
      people: { rows: 0, companies: 0 },
    };
    const made = new Uint8Array(this.#makers.length);
    const updated = new Set<CustomerRef>();
    const companies = new Set<CustomerRef>();
    for (let index = 0; index < this.length; index++) {
      const status = this.statusOf(index);
      counts[status]++;
      const company = this.#companies[index] ?? 0;
      if (company !== 0) {
        counts.people.rows++;
        companies.add(company);
      }
      const ref = this.refOf(index);
      if (ref < 0) {
        if (made[-ref - 1] === 1 && status !== 'skip') counts.joined++;
        made[-ref - 1] = 1;
      } else if (ref > 0 && status !== 'skip') updated.add(ref);
      if (status !== 'possible') continue;
      const key = this.#matches.get(index)?.key;
      if (key) counts.possibleBy[key] = (counts.possibleBy[key] ?? 0) + 1;
    }
    counts.newCustomers = made.reduce((sum, one) => sum + one, 0);
    counts.updatedCustomers = updated.size;
    counts.people.companies = companies.size;
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
