import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isMac } from '../app/key-combos.ts';
import { keys as keyNames } from '../i18n/zh-CN/keys.ts';

type NamedKey = keyof typeof keyNames.name;
const isNamed = (part: string): part is NamedKey => Object.hasOwn(keyNames.name, part);

/** A key combination as keys, `mod+shift+z` → Ctrl Shift Z. */
export const KeyHint = ({ keys }: { keys: string }) => {
  const { t } = useTranslation();
  const parts = keys.split('+').map((part) => (part === '' ? '+' : part));
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' '}
          <Kbd size="xs">
            {part === 'mod' && isMac ? '⌘' : isNamed(part) ? t(`keys.name.${part}`) : part.toUpperCase()}
          </Kbd>
        </Fragment>
      ))}
    </span>
  );
};
