import type { TFunction } from 'i18next';
import type { CustomerFilter } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
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

/** One part of a filter in words, “阶段：成交、意向”. */
export const partWords = (
  t: TFunction,
  filter: CustomerFilter,
  part: FilterPart,
  tags: readonly Tag[],
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
