import type { ReactNode } from 'react'

/** Name of a site elsewhere, in its own spelling. */
export function siteNameOf(site: string): ReactNode {
  return (
    <bdi lang="en" dir="ltr" translate="no">
      {site}
    </bdi>
  )
}
