import type { ArchiveState } from '../../src-shared/archive-state.ts';
import { FailureScreen } from '../app/failures/failure-screen.tsx';

/** An archive that cannot be opened. */
export const Problem = ({ state }: { state: Extract<ArchiveState, { state: 'problem' }> }) => (
  <FailureScreen error={state.failure} />
);
