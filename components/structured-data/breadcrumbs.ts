import type { Thing } from './graph.ts'

/** A breadcrumb; `path` is without the origin. */
export type Step = { name: string; path: string }

/** Breadcrumbs from the front page to a page, which is the last step itself. */
export function breadcrumbThing(siteUrl: string, steps: Step[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      /* The last step is the page itself and needs no address. */
      item: index === steps.length - 1 ? undefined : siteUrl + path,
    })),
  }
}
