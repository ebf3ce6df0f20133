import type { TFunction } from 'i18next';
import { customConditions } from '../../../src-shared/custom-conditions.ts';
import { customFieldId, customKey, type CustomKey } from '../../../src-shared/custom-fields.ts';
import type { CustomerFilter } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import type { CustomFields } from '../../custom-fields/use-custom-fields.ts';
import { valueText } from '../../custom-fields/value-text.ts';
import { valueLabel } from '../../i18n/describe-action.ts';
import { tidyFilter } from '../list-address.ts';
import { type FilterPart } from './parts.ts';

const named = 3;

/** A value of a filter dimension in words; '' is “not given”. */
export const filterValueLabel = (t: TFunction, field: string, value: string): string =>
  value === '' ? t('customers.filter.empty') : valueLabel(t, field, value).replaceAll('/', ' ');

const joined = (t: TFunction, values: readonly string[]): string => {
  const list = values.slice(0, named).join(t('history.listSeparator'));
  return values.length > named ? t('customers.filter.orMore', { values: list, count: values.length }) : list;
};

const days = (t: TFunction, from: string | undefined, to: string | undefined): string => {
  if (from !== undefined && to !== undefined)
    return from === to ? from : t('customers.filter.days.between', { from, to });
  return from === undefined
    ? t('customers.filter.days.until', { to: to ?? '' })
    : t('customers.filter.days.since', { from });
};

/** What a custom condition in words needs: the fields, and the language of the screen. */
export interface WordsOfCustom {
  readonly fields: CustomFields;
  readonly language: string;
}

const isCustomPart = (part: FilterPart): part is CustomKey => customFieldId(part) !== null;

const customWords = (
  t: TFunction,
  { custom }: CustomerFilter,
  part: CustomKey,
  { fields, language }: WordsOfCustom,
): string => {
  const field = fields.byKey(part);
  const asked = customConditions(custom).find(({ fieldId }) => customKey(fieldId) === part);
  if (asked === undefined) return '';
  // What narrows nothing any more stays in sight, so that nobody wonders why the list is longer.
  if (field === undefined) return fields.known ? t('customers.filter.goneField') : '';
  const shown = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : valueText(field.type, value, language);
  const values = [
    ...(asked.filled === undefined ? [] : [t(`customers.filter.filled.${asked.filled}`)]),
    ...(asked.contains === undefined ? [] : [t('customers.filter.containsText', { text: asked.contains })]),
    ...(asked.from === undefined && asked.to === undefined
      ? []
      : [days(t, shown(asked.from), shown(asked.to))]),
    ...(asked.is === undefined
      ? []
      : [
          joined(
            t,
            asked.is.map((value) => (value === '' ? t('customers.filter.empty') : (shown(value) ?? ''))),
          ),
        ]),
  ];
  return t('customers.filter.condition', {
    title: field.name,
    values: values.join(t('history.listSeparator')),
  });
};

/** One part of a filter in words, “阶段：成交、意向”. */
export const partWords = (
  t: TFunction,
  filter: CustomerFilter,
  part: FilterPart,
  tags: readonly Tag[],
  custom: WordsOfCustom,
): string => {
  const tidy = tidyFilter(filter);
  const sentence = (title: string, values: string): string =>
    t('customers.filter.condition', { title, values });
  const tagNames = (ids: readonly number[] = []): string =>
    joined(
      t,
      ids.map((id) => tags.find((tag) => tag.id === id)?.name ?? `#${id}`),
    );
  switch (part) {
    case 'text':
      return sentence(t('customers.filter.text'), tidy.text ?? '');
    case 'tagsAny':
    case 'tagsAll':
    case 'tagsNone':
      return sentence(t(`customers.filter.tags.${part}`), tagNames(tidy[part]));
    case 'created':
      return sentence(t('fields.createdAt'), days(t, tidy.createdFrom, tidy.createdTo));
    case 'updated':
      return sentence(t('fields.updatedAt'), days(t, tidy.updatedFrom, tidy.updatedTo));
    case 'phone':
      return t(`customers.filter.phoneValue.${tidy.phone ?? 'has'}`);
    case 'doubtful':
    case 'trashed':
    case 'changeId':
      return t(`customers.filter.${part}`);
    default: {
      if (isCustomPart(part)) return customWords(t, tidy, part, custom);
      const values: readonly string[] = tidy[part] ?? [];
      return sentence(
        t(`fields.${part}`),
        joined(
          t,
          values.map((value) => filterValueLabel(t, part, value)),
        ),
      );
    }
  }
};
