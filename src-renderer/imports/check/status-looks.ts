import {
  IconAlertCircle,
  IconCirclePlus,
  IconPlayerSkipForward,
  IconRefresh,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { RowStatus } from '../../../src-shared/imports.ts';

/** The sign of each status, with 有疑问, which comes on top of one. */
export const statusIcons = {
  create: IconCirclePlus,
  update: IconRefresh,
  possible: IconUserQuestion,
  skip: IconPlayerSkipForward,
  doubtful: IconAlertCircle,
} satisfies Record<RowStatus | 'doubtful', unknown>;
