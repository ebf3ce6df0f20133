import { useCallback, useState } from 'react';
import { useApi } from '../../app/api.ts';
import { useFailureToast } from '../../app/failures/use-failure-toast.tsx';
import { runLongWork } from '../../app/long-work.ts';
import { useWritten } from '../../app/written.tsx';

/** Moves one customer into the trash or out of it; resolves with whether it did. */
export const useMove = (
  id: number,
): { move: (type: 'trash' | 'restore') => Promise<boolean>; moving: boolean } => {
  const { client } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const [moving, setMoving] = useState(false);
  const move = useCallback(
    async (type: 'trash' | 'restore') => {
      setMoving(true);
      try {
        const work = await client.archive.customers.bulk({ selection: { ids: [id] }, action: { type } });
        announce(await runLongWork(work));
        return true;
      } catch (error) {
        tellFailure(error);
        return false;
      } finally {
        setMoving(false);
      }
    },
    [id, client, announce, tellFailure],
  );
  return { move, moving };
};
