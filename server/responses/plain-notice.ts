import { type Locale, localeList, locales, otherLocale } from '#i18n/locales.ts'
import ar from '#messages/ar.json'
import en from '#messages/en.json'

const catalogs = { ar, en }

export type Notice =
  | 'badRequest'
  | 'notAllowed'
  | 'missing'
  | 'broken'
  | 'busy'
  | 'tooMany'
  | 'foreignForm'
  | 'tooLarge'

/**
 * A page of the simplest kind, in both languages, for times when no real one can be rendered: it needs no database, no
 * framework and no style sheet.
 */
export function plainNotice(notice: Notice, first: Locale): Buffer {
  const languages = [first, otherLocale(first)]
  const { dir } = locales[first]
  return Buffer.from(
    `<!DOCTYPE html>
<html lang="${first}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${catalogs[first].notice[notice]}</title></head>
<body>
<main>
${languages.map(locale => noticeIn(notice, locale)).join('\n<hr>\n')}
</main>
</body>
</html>
`,
  )
}

function noticeIn(notice: Notice, locale: Locale): string {
  const texts = catalogs[locale].notice
  return `<section lang="${locale}" dir="${locales[locale].dir}">
<h1>${texts[notice]}</h1>
<p>${texts[`${notice}Text`]}</p>
<p><a href="/${locale}">${texts.front}</a></p>
</section>`
}

/** The notice of one kind with each language first. */
export function plainNotices(notice: Notice): Record<Locale, Buffer> {
  return Object.fromEntries(localeList.map(locale => [locale, plainNotice(notice, locale)])) as Record<
    Locale,
    Buffer
  >
}
