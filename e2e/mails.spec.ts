/**
 * Every mail as programs show it: whole, and as Gmail does, which keeps neither html nor head nor body and puts the rest
 * into a page of its own, whose direction may be the other one.
 */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { writtenMails } from './mails/written-mails.ts'
import { cases } from './runs/cases.ts'
import { linesOf, shownOnPage, textOf } from './runs/visible-order.ts'
import { directions, type LocaleUnderTest, localesUnderTest } from './site.ts'

const { everyMail, filledHtml, headlinesOnly } = await writtenMails()

const widths = [320, 360, 800]
const schemes = ['light', 'dark'] as const
const other = { ar: 'en', en: 'ar' } as const

/* Pages of webmail have styles of their own for everything inside them. */
const webmail = (html: string, locale: LocaleUnderTest) => `<!doctype html>
<html lang="${other[locale]}" dir="${directions[other[locale]]}"><head><title>Mail</title>
<meta name="viewport" content="width=device-width">
<style>body{margin:0;font:13px Arial;direction:${directions[other[locale]]}}td,th,h1,p{font:inherit;text-align:start}</style>
</head><body><main>${withoutShell(html)}</main></body></html>`

function withoutShell(html: string): string {
  const inside = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1]
  if (!inside || /<(?:html|head|body|style)\b/.test(inside.replace(/<!--.*?-->/gs, '')))
    throw new Error('The mail has no body of its own')
  return inside
}

const forms = { whole: (html: string) => html, 'without html, head and body': webmail } as const

test.beforeEach(async ({ page }) => {
  /* Pictures are not shown until a reader asks for them. */
  await page.route('**', route => route.abort())
})

for (const locale of localesUnderTest) {
  for (const [name, mail] of Object.entries(everyMail(locale))) {
    for (const [form, shown] of Object.entries(forms)) {
      test(`the mail ${name} in ${locale} keeps its form, ${form}`, async ({ page }) => {
        test.slow()
        const html = shown(filledHtml(mail, locale), locale)
        /* Without its style, a mail is the same in both schemes. */
        for (const colorScheme of form === 'whole' ? schemes : (['light'] as const)) {
          await page.emulateMedia({ colorScheme })
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 })
            await page.setContent(html)
            expect(await misplaced(page, locale), `${colorScheme}, ${width} px`).toEqual([])
          }
          await page.setViewportSize({ width: 360, height: 800 })
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
            .analyze()
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: found }) => found)}`),
            colorScheme,
          ).toEqual([])
        }
      })
    }
  }

  test(`mails in ${locale} are dark where the device is`, async ({ page }) => {
    for (const [name, mail] of Object.entries(everyMail(locale))) {
      const grounds: string[] = []
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await page.setContent(mail.html)
        grounds.push(
          ...(await page
            .locator('body, body > div > table, td > table')
            .evaluateAll(boxes => boxes.slice(0, 3).map(box => getComputedStyle(box).backgroundColor))),
        )
      }
      expect(grounds, name).toEqual([
        'rgb(242, 244, 239)',
        'rgb(242, 244, 239)',
        'rgb(253, 253, 251)',
        'rgb(11, 14, 16)',
        'rgb(11, 14, 16)',
        'rgb(16, 20, 23)',
      ])
    }
  })

  test(`mails in ${locale} are dark where Outlook.com has recoloured them`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: 'light' })
    for (const [name, mail] of Object.entries(everyMail(locale))) {
      if (!['confirm', 'daily', 'breaking'].includes(name)) continue
      await page.setContent(filledHtml(mail, locale).replace('<html ', '<html data-ogsc data-ogsb '))
      const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze()
      expect(violations, name).toEqual([])
      await expect(page.locator('td > table').first(), name).toHaveCSS('background-color', 'rgb(16, 20, 23)')
    }
  })

  for (const [form, shown] of Object.entries(forms)) {
    test(`runs of the other direction stand in their order in mails in ${locale}, ${form}`, async ({
      page,
    }) => {
      const wrong: string[] = []
      let found = 0
      for (let from = 0; from < cases[locale].length; from += 20) {
        const written = cases[locale].slice(from, from + 20)
        const html = shown(filledHtml(headlinesOnly(locale, written.map(textOf)), locale), locale)
        for (const width of [360, 800]) {
          await page.setViewportSize({ width, height: 800 })
          await page.setContent(html)
          const byText = new Map(written.map(text => [textOf(text), text]))
          for (const { text, glyphs } of await page.evaluate(shownOnPage, [...byText.keys()])) {
            found++
            const { seen, right } = linesOf(byText.get(text) ?? '', directions[locale], glyphs)
            if (seen.join('\n') !== right.join('\n'))
              wrong.push(`${text}\nseen  ${seen.join(' / ')}\nright ${right.join(' / ')}`)
          }
        }
      }
      expect(wrong).toEqual([])
      expect(found).toBeGreaterThanOrEqual(cases[locale].length * 2)
    })
  }
}

/** The parts of a mail that are not where its readers look for them. */
async function misplaced(page: Page, locale: LocaleUnderTest): Promise<string[]> {
  return page.evaluate(direction => {
    const start = direction === 'rtl' ? 'right' : 'left'
    const found: string[] = []
    const beyond = document.documentElement.scrollWidth - innerWidth
    if (beyond > 0) found.push(`${beyond} pixels are beyond the edge`)

    for (const box of document.querySelectorAll<HTMLElement>('td, h1, h2, p')) {
      if (!box.textContent.trim()) continue
      const style = getComputedStyle(box)
      const align = box.getAttribute('align') === 'center' ? 'center' : start
      if (style.direction !== direction || style.textAlign.replace('-webkit-', '') !== align)
        found.push(`${style.direction}, ${style.textAlign}: ${box.outerHTML.slice(0, 200)}`)
    }

    const heading = document.querySelector('h1')
    const row = heading?.closest('td')?.getBoundingClientRect()
    if (heading && row) {
      const range = document.createRange()
      range.selectNodeContents(heading)
      const first = [...range.getClientRects()].filter(rect => rect.width > 0)
      const top = Math.min(...first.map(rect => rect.top))
      const line = first.filter(rect => rect.top < top + 10)
      const gap =
        direction === 'rtl'
          ? row.right - Math.max(...line.map(rect => rect.right))
          : Math.min(...line.map(rect => rect.left)) - row.left
      if (Math.abs(gap - 24) > 1.5) found.push(`the headline begins ${gap} pixels from the edge`)
    } else found.push('no headline')

    const buttons = [...document.querySelectorAll<HTMLElement>('td[bgcolor] > a')].filter(
      link => getComputedStyle(link).display === 'block',
    )
    if (buttons.length !== 1) found.push(`${buttons.length} buttons`)
    for (const button of buttons) {
      const { height, width, left, right } = button.getBoundingClientRect()
      if (height < 44 || width < 44) found.push(`the button is ${width} × ${height}`)
      const edge = direction === 'rtl' ? (row?.right ?? 0) - right : left - (row?.left ?? 0)
      if (Math.abs(edge - 24) > 1) found.push(`the button begins ${edge} pixels from the edge`)
    }

    for (const image of document.images)
      if (image.getBoundingClientRect().height < 16 || !image.alt) found.push(`no text for ${image.src}`)
    return found
  }, directions[locale])
}
