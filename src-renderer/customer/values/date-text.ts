import { readDate } from '../../../src-shared/dates.ts';

const lunarMonths = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 15 → 十五, 21 → 廿一, as the days of a lunar month are called. */
const lunarDay = (day: number): string => {
  if (day <= 10) return `初${digits[day] ?? ''}`;
  if (day < 20) return `十${digits[day - 10] ?? ''}`;
  if (day === 20) return '二十';
  return day === 30 ? '三十' : `廿${digits[day - 20] ?? ''}`;
};

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A stored date (`YYYY-MM-DD`, `--MM-DD`, `lunar:MM-DD`, `lunar:YYYY-MM-DD`) as people write it: 1985-03-02, 3月2日, 农历八月十五; in
 * English Mar 2 and lunar 08-15. Anything else stays as it is. {@link storedDate} reads each of them back.
 */
export const dateText = (stored: string, language: string): string => {
  const chinese = language.startsWith('zh');
  const parts = /^(lunar:|--)(?:(\d{4})-)?(\d{2})-(\d{2})$/u.exec(stored);
  if (!parts) return stored;
  const [, form, year, mm = '', dd = ''] = parts;
  const [month, day] = [Number(mm), Number(dd)];
  if (form === '--') return chinese ? `${month}月${day}日` : `${englishMonths[month - 1] ?? mm} ${day}`;
  if (!chinese) return `lunar ${year === undefined ? '' : `${year}-`}${mm}-${dd}`;
  return `农历${year === undefined ? '' : `${year}年`}${lunarMonths[month - 1] ?? mm}月${lunarDay(day)}`;
};

/** A typed date as it is stored; text that is no date stays as it is, and is doubted. */
export const storedDate = (typed: string): string => {
  const text = typed.trim();
  const english = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})$/iu.exec(text);
  const month = english
    ? englishMonths.findIndex((name) => name.toLowerCase() === english[1]?.toLowerCase())
    : -1;
  const read = readDate(english && month >= 0 ? `${month + 1}月${english[2]}日` : text);
  return read?.value ?? text;
};

/** Makes the text a lunar date, or a solar one again: 八月十五 ↔ 农历八月十五. */
export const toggleLunar = (typed: string, language: string): string => {
  const stored = storedDate(typed);
  if (stored.startsWith('lunar:')) {
    const rest = stored.slice('lunar:'.length);
    return dateText(rest.length === 5 ? `--${rest}` : rest, language);
  }
  const bare = stored.replace(/^--/u, '');
  const lunar = storedDate(`农历${/^\d{2}-\d{2}$|^\d{4}-\d{2}-\d{2}$/u.test(bare) ? bare : typed.trim()}`);
  return lunar.startsWith('lunar:') ? dateText(lunar, language) : typed;
};

/** Whether the text is a lunar date. */
export const isLunarText = (typed: string): boolean => storedDate(typed).startsWith('lunar:');
