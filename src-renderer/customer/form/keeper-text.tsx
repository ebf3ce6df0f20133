import { useTranslation } from 'react-i18next';
import type { DraftKeeper } from './draft-keeper.ts';
import classes from './form.module.css';
import { useKeeperState } from './use-kept-draft.ts';
import type { DraftContent } from '../values/edit-content.ts';

/** Whether what stands in the form would survive a power cut now. */
export const KeeperText = ({ keeper }: { keeper: DraftKeeper<DraftContent> }) => {
  const { t } = useTranslation();
  const state = useKeeperState(keeper);
  if (state === 'clean') return null;
  return (
    <span className={classes.kept} data-failed={state === 'failed' || undefined} role="status">
      {t(`customer.draft.state.${state}`)}
    </span>
  );
};
