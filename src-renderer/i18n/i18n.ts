import 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { i18n } from './instance.ts';
import { zhCN } from './zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zhCN };
    strictInterpolationChecks: false;
    interpolationFormatTypeMap: { number: number };
  }
}

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language to begin with: the one chosen, else Chinese for any Chinese system and English for others. */
export const chooseLanguage = (preferred: 'system' | Language, systemLocale: string): Language => {
  if (preferred !== 'system') return preferred;
  return systemLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
};

/** Prepares the texts; nothing is loaded over a network. */
export const startI18n = async (language: Language): Promise<void> => {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: [...languages],
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  });
};

/** Switches the language at once, everywhere. */
export const switchLanguage = async (language: Language): Promise<void> => {
  if (i18n.language === language) return;
  await i18n.changeLanguage(language);
};
