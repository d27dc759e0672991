import { frontPath } from '#addresses/paths.ts'
import { pageColors } from '#components/theme/page-colors.ts'
import type { Frame } from '#db/shapes.ts'
import { locales } from '#i18n/locales.ts'

const PLAIN = [96, 192, 256, 384, 512]
const MASKABLE = [192, 512]

/** The web app manifest that lets a phone keep the site on its home screen; scripts/art/draw-icons.mjs makes the icons. */
export function webManifest({ locale, site }: Pick<Frame, 'locale' | 'site'>) {
  return {
    id: frontPath(locale),
    name: site.name,
    short_name: site.name,
    description: site.description || undefined,
    lang: locale,
    dir: locales[locale].dir,
    start_url: frontPath(locale),
    /* Both languages belong to one app, because they are one newspaper. */
    scope: '/',
    /* Minimal browser controls keep a way back: readers move from page to page. */
    display: 'minimal-ui',
    background_color: pageColors.light,
    theme_color: pageColors.light,
    categories: ['news'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ...PLAIN.map(size => icon(`icon-${size}`, size, 'any')),
      ...MASKABLE.map(size => icon(`maskable-${size}`, size, 'maskable')),
    ],
  }
}

function icon(name: string, size: number, purpose: 'any' | 'maskable') {
  return { src: `/icons/${name}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose }
}
