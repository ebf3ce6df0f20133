import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { drawNow } from '../../kit/draw-now.ts';
import { type CustomerValues } from '../values/customer-values.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import {
  type BuiltInUnit,
  type GroupName,
  groupNames,
  isCustomUnit,
  openGroups,
  unitsOf,
} from '../field-groups.ts';
import classes from './form.module.css';
import { useFormStore, useFormValue } from './form-store.ts';
import { NameField } from './inputs/name-field.tsx';
import { UnitField } from './inputs/unit-field.tsx';

/** How wide a unit stands in the form, of twelve columns. */
const widths: Partial<Record<BuiltInUnit, 3 | 4 | 6 | 8 | 12>> = {
  name: 8,
  aliases: 8,
  stage: 3,
  level: 3,
  owner: 3,
  source: 3,
  tagIds: 12,
  methods: 12,
  contacts: 12,
  region: 12,
  address: 8,
  website: 6,
  postcode: 4,
  creditCode: 6,
  legalRepresentative: 6,
  registeredCapital: 6,
  foundedOn: 6,
  industry: 6,
  size: 6,
  identityNumber: 4,
  taxId: 6,
  bankName: 6,
  bankAccount: 6,
  registeredPhone: 6,
  registeredAddress: 12,
  notes: 12,
};

const Group = ({ name, children }: { name: GroupName; children: ReactNode }) => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.group}>
      <h2 id={id} className={classes.heading}>
        {t(`customer.group.${name}`)}
      </h2>
      <div className={classes.grid}>{children}</div>
    </section>
  );
};

const Units = ({
  name,
  onPasteMore,
}: {
  name: GroupName;
  onPasteMore?: ((text: string) => void) | undefined;
}) => {
  const { fields } = useCustomFields();
  return (
    <>
      {unitsOf(name, fields)
        .filter((unit) => unit !== 'kind')
        .map((unit) => (
          <div
            key={unit}
            className={classes.cell}
            data-width={(isCustomUnit(unit) ? undefined : widths[unit]) ?? 4}
          >
            {unit === 'name' ? <NameField onPasteMore={onPasteMore} /> : <UnitField unit={unit} />}
          </div>
        ))}
    </>
  );
};

/** All groups of the form; those that are not usual for the kind and empty wait folded at the end. */
export const FormGroups = ({ onPasteMore }: { onPasteMore?: (text: string) => void }) => {
  const { t } = useTranslation();
  const store = useFormStore();
  const [opened, setOpened] = useState<readonly GroupName[]>(() => openGroups(store.values()));
  const key = useFormValue(useCallback((values: CustomerValues) => openGroups(values).join(' '), []));
  const { fields } = useCustomFields();
  const offered = groupNames.filter((name) => unitsOf(name, fields).length > 0);
  const shown = offered.filter((name) => key.split(' ').includes(name) || opened.includes(name));
  const folded = offered.filter((name) => !shown.includes(name));
  const root = useRef<HTMLDivElement>(null);
  const kind = useFormValue(useCallback(({ kind: now }: CustomerValues) => now, []));

  // Another kind has other usual groups; what was opened by hand for the old one folds again unless it is filled.
  const [kindBefore, setKindBefore] = useState(kind);
  if (kind !== kindBefore) {
    setKindBefore(kind);
    setOpened([]);
  }

  const open = (name: GroupName): void => {
    drawNow(() => setOpened([...opened, name]));
    root.current
      ?.querySelector<HTMLElement>(`[data-group="${name}"] input, [data-group="${name}"] textarea`)
      ?.focus();
  };

  return (
    <div ref={root} className={classes.groups}>
      {shown.map((name) => (
        <div key={name} data-group={name}>
          <Group name={name}>
            <Units name={name} onPasteMore={onPasteMore} />
          </Group>
        </div>
      ))}
      {folded.length > 0 && (
        <div className={classes.folded}>
          {folded.map((name) => (
            <UnstyledButton key={name} className={classes.unfold} onClick={() => open(name)}>
              <IconPlus size={14} aria-hidden />
              {t('customer.addGroup', { group: t(`customer.group.${name}`) })}
            </UnstyledButton>
          ))}
        </div>
      )}
    </div>
  );
};
