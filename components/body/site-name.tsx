import type { ReactNode } from 'react'

/** Name of a site elsewhere. A name in Latin letters is kept from translation, and from the direction around it. */
export function siteNameOf(site: string): ReactNode {
  if (/\p{Script=Arabic}/u.test(site)) return site
  return (
    <bdi lang="en" dir="ltr" translate="no">
      {site}
    </bdi>
  )
}
