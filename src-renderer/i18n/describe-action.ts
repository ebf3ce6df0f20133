import type { TFunction } from 'i18next';
import type { ChangeAction } from '../../src-shared/changes.ts';
import { fields as fieldNames } from './zh-CN/fields.ts';

type Labels = { [K in keyof typeof fieldNames]: (typeof fieldNames)[K] extends string ? K : never };
type LabelledField = Labels[keyof Labels];
const isLabelled = (field: string): field is LabelledField =>
  Object.hasOwn(fieldNames, field) && typeof fieldNames[field as keyof typeof fieldNames] === 'string';

const customPrefix = 'custom:';

/**
 * The name of a customer field, or of `contacts`, `methods`, `tags`, `aliases`; a custom field as actions keep it
 * (`custom:` and its name) by that name; the code's own name if it is none of these.
 */
export const fieldLabel = (t: TFunction, field: string): string => {
  if (field.startsWith(customPrefix)) return field.slice(customPrefix.length);
  return isLabelled(field) ? t(`fields.${field}`) : field;
};

const settingLabel = (t: TFunction, field: string): string =>
  field in fieldNames.setting ? t(`fields.setting.${field as keyof typeof fieldNames.setting}`) : field;

/** The wording of a fixed value such as a stage; any other value as it is. */
export const valueLabel = (t: TFunction, field: string, value: string): string => {
  const values = {
    kind: 'kindValue',
    stage: 'stageValue',
    level: 'levelValue',
    gender: 'genderValue',
  } as const;
  if (!Object.hasOwn(values, field)) return value;
  const group = values[field as keyof typeof values];
  return Object.hasOwn(fieldNames[group], value)
    ? t(`fields.${group}.${value}` as 'fields.kindValue.company')
    : value;
};

const join = (t: TFunction, names: readonly string[]): string => names.join(t('history.listSeparator'));

/** One line that says what a change did, “12 位客户移入回收站”. */
export const describeAction = (t: TFunction, action: ChangeAction): string => {
  switch (action.type) {
    case 'createArchive':
      return t('history.action.createArchive');
    case 'updateCustomer':
      return t('history.action.updateCustomer', {
        name: action.name,
        fields: join(
          t,
          action.fields.map((field) => fieldLabel(t, field)),
        ),
      });
    case 'trashCustomers':
    case 'restoreCustomers':
    case 'purgeCustomers': {
      const one = (
        {
          trashCustomers: 'trashCustomer',
          restoreCustomers: 'restoreCustomer',
          purgeCustomers: 'purgeCustomer',
        } as const
      )[action.type];
      const [name] = action.names;
      return action.count === 1 && name !== undefined
        ? t(`history.action.${one}`, { name })
        : t(`history.action.${action.type}`, { count: action.count });
    }
    case 'bringBack': {
      const [name] = action.names;
      return action.count === 1 && name !== undefined
        ? t('history.action.bringBackOne', { name })
        : t('history.action.bringBack', { count: action.count });
    }
    case 'addTags':
    case 'removeTags':
      return t(`history.action.${action.type}`, { count: action.count, tags: join(t, action.tags) });
    case 'setField':
      return action.value === ''
        ? t('history.action.clearField', { count: action.count, field: fieldLabel(t, action.field) })
        : t('history.action.setField', {
            count: action.count,
            field: fieldLabel(t, action.field),
            value: valueLabel(t, action.field, action.value),
          });
    case 'deleteTag':
      return action.count === 0
        ? t('history.action.deleteTag', { name: action.name })
        : t('history.action.deleteTagUsed', { name: action.name, count: action.count });
    case 'deleteCustomField':
      return action.count === 0
        ? t('history.action.deleteCustomField', { name: action.name })
        : t('history.action.deleteCustomFieldUsed', { name: action.name, count: action.count });
    case 'createCustomer':
    case 'createCustomField':
    case 'updateCustomField':
    case 'createTag':
    case 'updateTag':
    case 'saveScheme':
    case 'deleteScheme':
    case 'createView':
    case 'updateView':
    case 'deleteView':
      return t(`history.action.${action.type}`, { name: action.name });
    case 'updateSettings':
      return t('history.action.updateSettings', {
        fields: join(
          t,
          action.fields.map((field) => settingLabel(t, field)),
        ),
      });
    case 'import': {
      const { file, sheets = [], created, updated, skipped } = action;
      const files = new Set(sheets.map((sheet) => sheet.file)).size;
      const said = { file, created, updated, skipped };
      if (files > 1) return t('history.action.importFiles', { count: files, ...said });
      return sheets.length > 1
        ? t('history.action.importSheets', { count: sheets.length, ...said })
        : t('history.action.import', said);
    }
    case 'salvage':
      return t('history.action.salvage', { count: action.customers });
    case 'sampleData':
      return t('history.action.sampleData', { count: action.created });
    case 'undoField':
      return t('history.action.undoField', { name: action.name, field: fieldLabel(t, action.field) });
  }
};
