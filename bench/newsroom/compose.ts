import type { BlockNode, Body, Figure, InlineNode } from '#body/body.ts'
import type { Locale } from '#i18n/locales.ts'
import { arabic } from './arabic.ts'
import type { Dice } from './dice.ts'
import { english } from './english.ts'
import type { Language } from './language.ts'
import { rareWord } from './rare-words.ts'

const languages: Record<Locale, Language> = { ar: arabic, en: english }

const MEDIAN_WORDS = 500
const SHORTEST = 90
const LONGEST = 2980
/* A text this close to its target length is complete. */
const NEGLIGIBLE = 25
const SPREAD = 0.55
const SHORTEST_HEADLINE = 6
const LONGEST_HEADLINE = 14

/** Lengths of articles: 500 words in the median, one in twenty above 1,200, none above 3,000. */
export function lengthInWords(dice: Dice): number {
  return Math.round(Math.min(LONGEST, Math.max(SHORTEST, dice.logNormal(MEDIAN_WORDS, SPREAD))))
}

export function composeHeadline(locale: Locale, dice: Dice): string {
  let head = statement(locale, dice)
  while (wordsIn(head) > LONGEST_HEADLINE) head = statement(locale, dice)
  const words = wordsIn(head)
  const longer = `${head} ${dice.pick(languages[locale].headlineTails)}`
  return words < SHORTEST_HEADLINE || (dice.chance(0.6) && wordsIn(longer) <= LONGEST_HEADLINE)
    ? longer
    : head
}

export function composeStandfirst(locale: Locale, dice: Dice): string {
  const { comma, stop } = languages[locale]
  return `${statement(locale, dice)}${comma} ${dice.pick(languages[locale].clauses)}${stop}`
}

export function composeCorrection(locale: Locale, dice: Dice): string {
  return dice.pick(languages[locale].corrections)
}

export type BodyMaterial = {
  words: number
  /** Row ids of the pictures in the text. */
  pictures: number[]
  isGallery: boolean
  /** The target of a link in the text. */
  link: string | null
}

/** Composes a text of about this many words, with the kinds of blocks that newspapers put between paragraphs. */
export function composeBody(
  locale: Locale,
  { words, pictures, isGallery, link }: BodyMaterial,
  dice: Dice,
): Body {
  const blocks: BlockNode[] = []
  let left = words
  while (left > NEGLIGIBLE) {
    const between = blocks.length > 2 && left > 60 ? insertion(locale, dice) : null
    if (between) blocks.push(between)
    const { block, count } = paragraph(locale, dice, blocks.length === 1 ? link : null)
    blocks.push(block)
    left -= count
  }
  const figures = pictures.map(media => figure(locale, media, dice))
  if (isGallery) blocks.splice(1, 0, { type: 'gallery', content: figures })
  else for (const [index, each] of figures.entries()) blocks.splice(2 + index * 5, 0, each)
  return { type: 'doc', content: blocks }
}

function paragraph(locale: Locale, dice: Dice, link: string | null): { block: BlockNode; count: number } {
  const sentences = Array.from({ length: 1 + dice.below(4) }, () => sentence(locale, dice))
  if (dice.chance(0.6)) sentences.push(namesIn(locale, dice))
  const text = sentences.join(' ')
  const content: InlineNode[] = [{ type: 'text', text }]
  if (link) {
    content.unshift(
      {
        type: 'text',
        text: dice.pick(languages[locale].objects),
        marks: [{ type: 'link', attrs: { href: link } }],
      },
      { type: 'text', text: `${languages[locale].comma} ` },
    )
  } else if (dice.chance(0.015)) {
    const { lang, names } = languages[locale].foreign
    content.push(
      { type: 'text', text: ' ' },
      { type: 'text', text: dice.pick(names), marks: [{ type: 'foreign', attrs: { lang } }] },
    )
  }
  return { block: { type: 'paragraph', content }, count: wordsIn(text) }
}

/* A newspaper has many words that occur only once or twice. */
function namesIn(locale: Locale, dice: Dice): string {
  const [one, two, three, four] = Array.from({ length: 4 }, () => rareWord(locale, dice))
  return locale === 'ar'
    ? `وحضر من ${one} كلّ من ${two} ${three} و${four}.`
    : `From ${one} came ${two} ${three} and ${four}.`
}

/* Headings, quotations, lists: about one for every six paragraphs. */
function insertion(locale: Locale, dice: Dice): BlockNode | null {
  const { headings, quotations, objects } = languages[locale]
  const text = (words: string): InlineNode[] => [{ type: 'text', text: words }]
  const roll = dice.share()
  if (roll < 0.09) return { type: 'heading', attrs: { level: 2 }, content: text(dice.pick(headings)) }
  if (roll < 0.12) {
    const content = [{ type: 'paragraph' as const, content: text(dice.pick(quotations)) }]
    return { type: 'pullQuote', attrs: { cite: null }, content }
  }
  if (roll < 0.145) {
    const content = [{ type: 'paragraph' as const, content: text(dice.pick(quotations)) }]
    return { type: 'blockquote', attrs: { lang: null, cite: null }, content }
  }
  if (roll < 0.17) {
    const items = dice.some(objects, 3 + dice.below(3))
    const content = items.map(item => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: text(item) }],
    }))
    return { type: 'bulletList', content }
  }
  return null
}

function figure(locale: Locale, media: number, dice: Dice): Figure {
  return {
    type: 'figure',
    attrs: { media, source: null, alt: '', credit: null, href: null },
    content: [{ type: 'text', text: `${statement(locale, dice)}${languages[locale].stop}` }],
  }
}

function sentence(locale: Locale, dice: Dice): string {
  const language = languages[locale]
  const { comma, stop } = language
  const roll = dice.share()
  if (roll < 0.12) return dice.pick(language.counts)(madeUpNumber(dice), dice.pick(language.units))
  const statementText = `${statement(locale, dice)} ${dice.pick(language.circumstances)}`
  if (roll < 0.4) return `${statementText}${comma} ${dice.pick(language.clauses)}${stop}`
  if (roll < 0.6) return `${statementText}${comma} ${dice.pick(language.attributions)}${stop}`
  if (roll < 0.8) return `${dice.pick(language.openers)} ${lowerFirst(statementText)}${stop}`
  if (roll < 0.92)
    return `${statementText}${comma} ${dice.pick(language.clauses)}${comma} ${dice.pick(language.attributions)}${stop}`
  return `${language.quoted(dice.pick(language.quotations))} ${dice.pick(language.attributions)}${stop}`
}

/* Subject, then verb and object, in both languages. An Arabic verb agrees with a subject before it. */
function statement(locale: Locale, dice: Dice): string {
  const { subjects, verbs, objects } = languages[locale]
  const subject = dice.pick(subjects)
  return `${subject.text} ${dice.pick(verbs)[subject.gender]} ${dice.pick(objects)}`
}

const THOUSANDS = /\B(?=(\d{3})+$)/

function madeUpNumber(dice: Dice): string {
  return String(Math.round(dice.logNormal(4000, 1.4)) + 3).replace(THOUSANDS, ',')
}

function lowerFirst(text: string): string {
  return /^(The|A|An) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function wordsIn(text: string): number {
  let count = 1
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) count++
  return count
}
