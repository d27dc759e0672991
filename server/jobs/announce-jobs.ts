import type { Channel } from '#domain/distribution/announcing/channel.ts'
import { hub } from '#domain/distribution/announcing/hub.ts'
import { type ChannelName, forgetProgress } from '#domain/distribution/announcing/progress.ts'
import { searchEngines } from '#domain/distribution/announcing/search-engines.ts'
import { log } from '#server/log.ts'
import { isOutOfReach, isThisMachine } from '#settings/local-host.ts'
import type { Settings } from '#settings/settings.ts'
import { announceJob } from './announce-job.ts'
import type { Job } from './start-jobs.ts'

type AnnouncingSettings = Pick<Settings, 'siteUrl' | 'webSubHub' | 'indexNowKey' | 'indexNowUrl'>

/**
 * The jobs that announce changes to the hub and to search engines, as far as the settings name them. The first of
 * several processes logs it when announcing would be in vain.
 */
export function announceJobs(settings: AnnouncingSettings, { isFirst = true } = {}): Job[] {
  const { siteUrl, webSubHub, indexNowKey, indexNowUrl } = settings
  const hubChannel = webSubHub === null ? null : hub({ url: webSubHub, siteUrl })
  const engines = indexNowKey === null ? null : searchEngines({ url: indexNowUrl, siteUrl, key: indexNowKey })
  return [
    jobFor('websub', hubChannel, { siteUrl, isFirst, url: webSubHub }),
    jobFor('indexnow', engines, { siteUrl, isFirst, url: indexNowUrl }),
  ]
}

type Ends = { siteUrl: string; isFirst: boolean; url: string | null }

function jobFor(name: ChannelName, channel: Channel | null, { siteUrl, isFirst, url }: Ends): Job {
  if (!channel || url === null) return forgetOnce(name)
  /* Nobody outside could fetch the announced addresses. */
  if (isOutOfReach(new URL(siteUrl).hostname) && !isThisMachine(new URL(url).hostname)) {
    const todo = 'Set PRESS_URL to the public address of the site'
    if (isFirst)
      log.warn(
        { announcing: name, siteUrl, todo },
        'Nothing is announced: nobody outside can reach this site',
      )
    return forgetOnce(name)
  }
  return announceJob(channel)
}

const HOUR_MS = 60 * 60 * 1000

/* A channel that is switched on later begins with the next change, not with those of the meantime. */
function forgetOnce(name: ChannelName): Job {
  let isForgotten = false
  return {
    name: `announce-nothing-${name}`,
    everyMs: HOUR_MS,
    run: async () => {
      if (!isForgotten) await forgetProgress(name)
      isForgotten = true
    },
  }
}
