import { defaultPolicy } from '../../../src-shared/column-policies.ts';
import type { ColumnPlan, ColumnPolicy } from '../../../src-shared/import-plan.ts';

/** What each field of a row does to a customer that is there already, by the field of its columns. */
export class MergePolicies {
  readonly #chosen = new Map<string, ColumnPolicy>();
  #ofNew: MergePolicies | undefined;

  constructor(columns: readonly Pick<ColumnPlan, 'target' | 'policy'>[] = []) {
    for (const { target, policy } of columns) {
      if (policy !== undefined && !this.#chosen.has(target.field)) this.#chosen.set(target.field, policy);
    }
  }

  of(field: string): ColumnPolicy {
    return this.#chosen.get(field) ?? defaultPolicy(field);
  }

  /** For a customer that the file makes new, which has nothing of its own to keep. */
  forNew(): MergePolicies {
    if (![...this.#chosen.values()].includes('keep')) return this;
    if (!this.#ofNew) {
      this.#ofNew = new MergePolicies();
      for (const [field, policy] of this.#chosen)
        if (policy !== 'keep') this.#ofNew.#chosen.set(field, policy);
    }
    return this.#ofNew;
  }

  /** 省, 市, 区 are one value, and follow the address where they were read out of it. */
  ofRegion(): ColumnPolicy {
    for (const field of ['region', 'province', 'city', 'district', 'address']) {
      const chosen = this.#chosen.get(field);
      if (chosen !== undefined) return chosen;
    }
    return 'fill';
  }
}

/** Every field as it does when nobody says anything. */
export const usualPolicies = new MergePolicies();
