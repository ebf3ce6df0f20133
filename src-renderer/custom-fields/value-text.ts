import { customValueText, type CustomFieldType } from '../../src-shared/custom-fields.ts';

/** A value in normal form as the screen shows it, in its language. */
export const valueText = (type: CustomFieldType, value: string, language: string): string =>
  customValueText(type, value, language === 'en' ? 'en' : 'zh-CN');
