import { importStore } from './store.ts';
import { useFailing } from './use-failing.ts';
import { usePlanning } from './use-planning.ts';
import { useReading } from './use-reading.ts';

/** All that can be done with the import under way, with what is being worked on and what went wrong. */
export const useImport = () => {
  const failing = useFailing();
  const { failure, setFailure, fail } = failing;
  return {
    failure,
    clearFailure: () => setFailure(null),
    fail,
    ...useReading(failing),
    ...usePlanning(failing),
    back: () => importStore.update((work) => ({ ...work, step: 'columns' })),
  };
};

export type ImportActions = ReturnType<typeof useImport>;
