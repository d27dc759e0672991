/*
 * Letters by direction, as parts of regular expressions. Scripts, not blocks, tell them apart, so that presentation
 * forms and marks count; tatweel belongs to its script by the script extensions.
 */

const RTL_SCRIPTS = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Mand', 'Samr', 'Adlm', 'Rohg']
const inScripts = RTL_SCRIPTS.map(script => String.raw`\p{scx=${script}}`).join('')

/** A letter or a mark that is written from right to left. */
export const RTL_LETTER = String.raw`(?:(?=[\p{L}\p{M}])[${inScripts}])`

/** A letter of any other script: Latin, Greek, Cyrillic, Chinese. */
export const LTR_LETTER = String.raw`(?:(?![${inScripts}])\p{L})`
