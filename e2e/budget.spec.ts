/** The budget of a first visit. bench/budget.json holds the limits, docs/performance.md gives their reasons. */
import { expect, test } from '@playwright/test'
import budget from '#bench/budget.json' with { type: 'json' }
import { type Weight, weighPage } from '#bench/page-weight.mjs'
import { findLink, localesUnderTest } from './site.ts'

/* The demonstration newsroom's longest article, which has a passage in the other language; a short one; the front. */
const pages = {
  front: async () => '',
  'long article': async (find: (form: string) => Promise<string>) => find('[^/]+/1/'),
  'short article': async (find: (form: string) => Promise<string>) => find('[^/]+/10/'),
}

for (const locale of localesUnderTest) {
  for (const [name, pathOf] of Object.entries(pages)) {
    test(`a first visit to the ${name} stays within its budget in ${locale}`, async ({
      browser,
      request,
      baseURL,
    }) => {
      const find = (form: string) => findLink(request, `/${locale}`, new RegExp(`^/${locale}/${form}`))
      const url = `${baseURL}${(await pathOf(find)) || `/${locale}`}`
      /* The very first visit waits until the sizes of the pictures are made. */
      await weighPage(browser, url)
      const weight = await weighPage(browser, url)
      expect(beyondBudget(weight), contributors(weight)).toEqual([])
      const { shift } = await weighPage(browser, url, { areFacesLate: true })
      expect(shift, 'layout shift when the faces come late').toBeLessThan(budget.layoutShift)
    })
  }
}

function beyondBudget({ markup, script, requests, fonts, lead, shift }: Weight): string[] {
  const measured: [keyof typeof budget, number][] = [
    ['markupBytes', markup],
    ['scriptBytes', script],
    ['requestsWithoutPictures', requests],
    ['fontBytes', fonts],
    ['leadPictureBytes', lead],
    ['layoutShift', shift],
  ]
  return measured.flatMap(([name, value]) =>
    value > budget[name] ? [`${name}: ${value}, at most ${budget[name]}`] : [],
  )
}

const contributors = ({ loads }: Weight) =>
  loads.map(({ type, bytes, path }) => `${bytes} ${type} ${decodeURIComponent(path)}`).join('\n')
