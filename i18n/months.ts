import type { Locale } from './locales.ts'

/**
 * Names of the Gregorian months. Arabic has two usages: one from the Gulf to Egypt, and one in the Levant
 * and Iraq. Dates use the first; the masthead gives both, so that every reader meets the month they know.
 * Written out, because ICU's own table changed between versions.
 */
const names = {
  ar: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
  arLevant: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const

/* Genitive, since a day stands before the month: «24 ذي الحجة», where ICU has the nominative «ذو». */
const HIJRI_AFTER_DAY = [
  'محرّم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوّال',
  'ذي القعدة',
  'ذي الحجة',
] as const

/** The Arabic name of a Hijri month behind the number of a day. `month` is 1 to 12. */
export function hijriMonthAfterDay(month: number): string {
  return HIJRI_AFTER_DAY[month - 1] ?? ''
}

/** Every name of a month in either language. */
export const allMonthNames: readonly string[] = [...names.ar, ...names.arLevant, ...names.en]

/** `month` is 1 to 12. */
export function monthName(month: number, locale: Locale): string {
  return names[locale][month - 1] ?? ''
}

/** Both Arabic names, «فبراير/شباط»; the one name in English. */
export function monthNameInBothUsages(month: number, locale: Locale): string {
  return locale === 'ar'
    ? `${names.ar[month - 1] ?? ''}/${names.arLevant[month - 1] ?? ''}`
    : monthName(month, locale)
}
