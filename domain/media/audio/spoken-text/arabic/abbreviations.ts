/** «د.», «ص.ب.», «هـ» and their like in full. */
export function abbreviations(text: string): string {
  return text
    .replace(/(?<![\p{L}.])(و?[بلك]?)أ\.\s?د\.\s?(?=\p{L})/gu, '$1أستاذ دكتور ')
    .replace(/(?<![\p{L}.])(و?[بلك]?)د\.\s?(?=\p{L}{2})/gu, '$1دكتور ')
    .replace(/(?<![\p{L}.])(و?[بلك]?)م\.\s?(?=\p{L}{2})/gu, '$1مهندس ')
    .replace(/(?<![\p{L}.])(و?[بلك]?)أ\.\s?(?=\p{L}{2})/gu, '$1أستاذ ')
    .replace(/ص\.\s?ب\.?(?!\p{L})/gu, 'صندوق بريد')
    .replace(/ق\.\s?م\.?(?!\p{L})/gu, 'قبل الميلاد')
    .replace(/(?<!\p{L})إلخ(?!\p{L})\.*/gu, 'إلى آخره')
    .replace(/(\d)\s?هـ?(?!\p{L})/gu, '$1 للهجرة')
    .replace(/(?<=(?:^|\D)\d{4})\s?م\.?(?![\p{L}²³])/gu, ' للميلاد')
    .replace(/(\d{1,2}:\d{2})\s?ص(?!\p{L})/gu, '$1 صباحًا')
    .replace(/(\d{1,2}:\d{2})\s?م(?!\p{L})/gu, '$1 مساءً')
}
