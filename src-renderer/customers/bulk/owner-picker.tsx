import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { isComposing } from '../../app/key-combos.ts';
import classes from './bulk.module.css';

/** Picks who looks after the customers: one of those in use, a new name, or nobody. */
export const OwnerPicker = ({ onPick }: { onPick: (owner: string) => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const { data: owners = [] } = useQuery(
    archive.customers.values.queryOptions({ input: { field: 'owner', text: '' } }),
  );
  const fitting = owners.filter((owner) => owner.toLowerCase().includes(name.toLowerCase()));
  return (
    <div className={classes.picker}>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t('customers.bulk.ownerFind')}
        placeholder={t('customers.bulk.ownerFind')}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          if (name !== '') onPick(fitting.length === 1 ? (fitting[0] ?? name) : name);
        }}
      />
      <div className={classes.options}>
        {name !== '' && !owners.includes(name) && (
          <UnstyledButton className={classes.option} onClick={() => onPick(name)}>
            {t('customers.bulk.ownerUse', { name })}
          </UnstyledButton>
        )}
        {fitting.map((owner) => (
          <UnstyledButton key={owner} className={classes.option} onClick={() => onPick(owner)}>
            <span className={classes.optionText}>{owner}</span>
          </UnstyledButton>
        ))}
        {owners.length === 0 && name === '' && (
          <p className={classes.nothing}>{t('customers.bulk.ownerNone')}</p>
        )}
      </div>
      <Button size="xs" variant="default" onClick={() => onPick('')}>
        {t('customers.bulk.noValue')}
      </Button>
    </div>
  );
};
