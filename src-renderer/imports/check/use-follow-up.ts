import { useState } from 'react';
import type { Decision, PlanRow } from '../../../src-shared/import-plan.ts';
import { saidRow } from '../said.ts';
import type { ImportWork } from '../state.ts';
import { importStore } from '../store.ts';
import type { ImportActions } from '../use-import.ts';
import type { CellEdit } from '../use-planning.ts';
import type { FollowUp } from './follow-up.tsx';

/** Deciding and correcting, with the offer to do the same to all others like it. */
export const useFollowUp = (plan: ImportWork['plan'], actions: ImportActions) => {
  const [followUp, setFollowUp] = useState<FollowUp | null>(null);

  const decide = async (row: PlanRow, decision: Decision): Promise<void> => {
    setFollowUp(null);
    await actions.decide([saidRow(plan?.keys ?? [], row)], decision);
    if (row.status !== 'possible' || row.match === null) return;
    const { key } = row.match;
    const count = importStore.read()?.plan?.counts.possibleBy[key] ?? 0;
    if (count > 0) setFollowUp({ type: 'decide', key, decision, count });
  };

  const edit = async (cell: CellEdit): Promise<void> => {
    setFollowUp(null);
    const count = await actions.edit(cell, false);
    if (count > 0) setFollowUp({ type: 'edit', cell, count });
  };

  const applyToOthers = async (): Promise<void> => {
    if (followUp === null) return;
    setFollowUp(null);
    if (followUp.type === 'edit') await actions.edit(followUp.cell, true);
    else await actions.decide({ possibleBy: followUp.key }, followUp.decision);
  };

  return {
    followUp,
    decide,
    edit: (cell: CellEdit): void => void edit(cell),
    applyToOthers,
    forget: () => setFollowUp(null),
  };
};
