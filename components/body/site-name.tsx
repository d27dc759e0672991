import type { ReactNode } from 'react'

/** The name of a site elsewhere, as it writes itself. */
export function siteNameOf(site: string): ReactNode {
  return (
    <bdi lang="en" dir="ltr" translate="no">
      {site}
    </bdi>
  )
}
