import type { Thing } from './graph.ts'

/** A step on the way from the front to a page; `path` is without the origin. */
export type Step = { name: string; path: string }

/** The way from the front to a page. The last step is the page itself. */
export function breadcrumbThing(siteUrl: string, steps: Step[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      /* Of the page itself its own address is understood. */
      item: index === steps.length - 1 ? undefined : siteUrl + path,
    })),
  }
}
