import {
  IconArrowBackUp,
  IconCheck,
  IconCircleMinus,
  IconPencil,
  IconTrash,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ThenAndNow } from '../../src-shared/backups.ts';

const icons: Record<ThenAndNow, TablerIcon> = {
  missing: IconArrowBackUp,
  trashed: IconTrash,
  changed: IconPencil,
  same: IconCheck,
  gone: IconCircleMinus,
};

/** How a customer of a backup stands to what is open now, by an icon and a word. */
export const StandingSign = ({ standing }: { standing: ThenAndNow }) => {
  const { t } = useTranslation();
  const Icon = icons[standing];
  return (
    <span>
      <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} /> {t(`backups.standing.${standing}`)}
    </span>
  );
};
