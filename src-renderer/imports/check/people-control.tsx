import { Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { planInputSchema, type PlanCounts, type PlanInput } from '../../../src-shared/import-plan.ts';
import classes from './check.module.css';

const { people } = planInputSchema.shape;

/** Whether people of one company are its contacts or customers of their own; asked only where there are any. */
export const PeopleControl = ({
  counts,
  value,
  busy,
  onChange,
}: {
  counts: PlanCounts;
  value: PlanInput['people'];
  busy: boolean;
  onChange: (people: PlanInput['people']) => void;
}) => {
  const { t } = useTranslation();
  const { rows, companies } = counts.people;
  if (rows === 0) return null;
  const label = t('imports.people.label', { count: rows, companies });
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="xs" c="dimmed" className={classes.wide}>
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={label}
        disabled={busy}
        value={value}
        data={[
          { value: 'asContacts', label: t('imports.people.asContacts') },
          { value: 'apart', label: t('imports.people.apart') },
        ]}
        onChange={(chosen) => onChange(people.parse(chosen))}
      />
    </Group>
  );
};
