import { Parser } from 'htmlparser2'
import { frontPath } from '#addresses/paths.ts'
import { localeList } from '#i18n/locales.ts'
import type { Renderer } from '#server/rendering/renderer.ts'
import { chosenAddress, type Screen } from './srcset-choice.ts'

/* Phones with two and three dots to a pixel, a tablet, and desks; nearly all browsers take the first format. */
const SCREENS: Screen[] = [
  { width: 390, density: 3 },
  { width: 412, density: 2.625 },
  { width: 390, density: 2 },
  { width: 412, density: 1.75 },
  { width: 768, density: 2 },
  { width: 1280, density: 1 },
  { width: 1440, density: 1 },
  { width: 1920, density: 1 },
  { width: 1440, density: 2 },
]

/** The files of pictures that common screens ask for on the fronts, in the order of the page. */
export async function frontPictures(renderer: Renderer): Promise<string[]> {
  const files = new Set<string>()
  for (const locale of localeList) {
    const page = await renderer.page(frontPath(locale), locale, 'pictures-ahead')
    if (page.kind !== 'page' || page.status !== 200) continue
    for (const file of picturesOn(String(page.body))) files.add(file)
  }
  return [...files]
}

/** The files of pictures that common screens ask for on a page. */
export function picturesOn(html: string): string[] {
  const files = new Set<string>()
  let isFirstSource = false
  const parser = new Parser({
    onopentag(name, { srcset, sizes = '100vw' }) {
      if (name === 'picture') isFirstSource = true
      if (name !== 'source' || !srcset || !isFirstSource) return
      isFirstSource = false
      for (const screen of SCREENS) {
        const address = chosenAddress(srcset, sizes, screen)
        if (address?.startsWith('/media/')) files.add(address.slice('/media/'.length))
      }
    },
  })
  parser.end(html)
  return [...files]
}
