import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './imports.module.css';
import { steps, type Step } from './state.ts';

/** Where one is among the four steps. */
export const StepBar = ({ step }: { step: Step }) => {
  const { t } = useTranslation();
  const at = steps.indexOf(step);
  return (
    <ol className={classes.steps} aria-label={t('imports.step.label')}>
      {steps.map((name, index) => (
        <li
          key={name}
          className={classes.step}
          data-state={index < at ? 'past' : index === at ? 'here' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.stepNumber} aria-hidden>
            {index < at ? <IconCheck size={12} stroke={2.5} /> : index + 1}
          </span>
          <span className={classes.stepName}>{t(`imports.step.${name}`)}</span>
        </li>
      ))}
    </ol>
  );
};
