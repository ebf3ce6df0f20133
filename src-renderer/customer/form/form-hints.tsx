import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../kit/key-hint.tsx';
import form from './form.module.css';
import classes from './panels.module.css';

const keys = [
  ['mod+enter', 'save'],
  ['mod+shift+enter', 'saveAndNext'],
  ['mod+shift+v', 'paste'],
  ['alt+k', 'kind'],
  ['alt+c', 'addContact'],
  ['escape', 'leave'],
] as const;

/** The keys that spare the mouse. */
export const FormHints = ({ editing = false }: { editing?: boolean }) => {
  const { t } = useTranslation();
  return (
    <div className={form.hints}>
      {keys
        .filter(([, name]) => !editing || (name !== 'saveAndNext' && name !== 'paste'))
        .map(([key, name]) => (
          <div key={key} className={classes.hint}>
            <span>{t(`customer.keys.${name}`)}</span>
            <KeyHint keys={key} />
          </div>
        ))}
    </div>
  );
};
