import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** A password that can be looked at while it is typed; it says when Caps Lock is on. */
export const PasswordField = ({ description, ...props }: PasswordInputProps) => {
  const { t } = useTranslation();
  const [capsLock, setCapsLock] = useState(false);
  const [visible, setVisible] = useState(false);
  const look = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <PasswordInput
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': t(visible ? 'protection.field.hide' : 'protection.field.show'),
        tabIndex: 0,
      }}
      onKeyDown={look}
      onKeyUp={look}
      description={capsLock ? t('protection.field.capsLock') : description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
    />
  );
};
