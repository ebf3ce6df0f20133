import { createInstance, type i18n as I18n } from 'i18next';

/** The program's texts, for what is no component. */
export const i18n: I18n = createInstance();
