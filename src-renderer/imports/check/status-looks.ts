import {
  IconAlertCircle,
  IconCirclePlus,
  IconPlayerSkipForward,
  IconRefresh,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { RowStatus } from '../../../src-shared/import-plan.ts';

/** The sign of each status. */
export const statusIcons = {
  create: IconCirclePlus,
  update: IconRefresh,
  possible: IconUserQuestion,
  skip: IconPlayerSkipForward,
  doubtful: IconAlertCircle,
} satisfies Record<RowStatus, unknown>;
