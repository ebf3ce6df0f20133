import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalisePassword, passwordLength, passwordProblem } from '../../src-shared/passwords.ts';
import { PasswordField } from './password-field.tsx';

export interface NewPassword {
  readonly password: string;
  readonly repeated: string;
}

export const noPassword: NewPassword = { password: '', repeated: '' };

/** Whether it may be sent: it keeps the rules, and was typed twice alike. */
export const isReady = ({ password, repeated }: NewPassword): boolean =>
  passwordProblem(password) === null && normalisePassword(password) === normalisePassword(repeated);

/** A new password, typed twice, with what is still wrong with it. */
export const NewPasswordFields = ({
  value,
  onChange,
  label,
  autoFocus = false,
}: {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  label?: string;
  autoFocus?: boolean;
}) => {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  const { password, repeated } = value;
  const problem = password === '' ? null : passwordProblem(password);
  const missing = passwordLength.least - [...normalisePassword(password)].length;
  const verdict = (): string => {
    if (password === '') return t('protection.field.rule');
    if (problem === 'short') return t('protection.field.short', { count: missing });
    return t(`protection.field.${problem ?? 'good'}`);
  };
  const differs = left && repeated !== '' && normalisePassword(password) !== normalisePassword(repeated);
  return (
    <Stack gap="sm">
      <PasswordField
        label={label ?? t('protection.field.new')}
        value={password}
        error={problem === 'common' || problem === 'long' ? verdict() : undefined}
        description={problem === 'common' || problem === 'long' ? undefined : verdict()}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      <PasswordField
        label={t('protection.field.repeat')}
        value={repeated}
        error={differs ? t('protection.field.differs') : undefined}
        onBlur={() => setLeft(true)}
        onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
      />
    </Stack>
  );
};
