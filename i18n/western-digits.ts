/** A text with Western digits for Arabic-Indic and Persian ones: readers type those of their keyboard. */
export function withWesternDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
}
