import { type AnnounceEvent, MAX_PER_HOUR } from '#domain/distribution/announcing/announce.ts'
import type { ChannelName } from '#domain/distribution/announcing/progress.ts'
import { errorWords } from '#i18n/error-words.ts'
import { log } from '#server/log.ts'
import { countAnnouncements } from '#server/metrics/announcements.ts'

const WORDS = {
  websub: {
    told: 'Told the hub of changed feeds',
    later: 'The hub could not be told',
    refused: 'The hub refused what it was told',
    setting: 'PRESS_WEBSUB_HUB',
  },
  indexnow: {
    told: 'Told search engines of changed addresses',
    later: 'Search engines could not be told',
    refused: 'Search engines refused what they were told',
    setting: 'PRESS_INDEXNOW_URL',
  },
} as const satisfies Record<ChannelName, Record<string, string>>

/**
 * Counts the outcomes of announcing and logs them. Trouble is a warning, once, until it is over or another kind begins;
 * everything else is logged at the level `info`.
 */
export class AnnouncementLog {
  private trouble: string | null = null

  constructor(private readonly name: ChannelName) {}

  note(happenings: AnnounceEvent[]): void {
    const told = happenings.reduce((sum, each) => sum + (each.kind === 'told' ? each.addresses : 0), 0)
    if (told > 0) {
      countAnnouncements(this.name, 'told', told)
      log.info({ addresses: told }, WORDS[this.name].told)
    }
    for (const happening of happenings) this.noteOne(happening)
  }

  private noteOne(happening: AnnounceEvent): void {
    const { name } = this
    switch (happening.kind) {
      case 'told': {
        if (this.trouble !== null) log.warn({ announcing: name }, 'Announcing works again')
        this.trouble = null
        return
      }
      case 'too-many':
        log.warn(
          { announcing: name, most: MAX_PER_HOUR },
          'Of so many changes in an hour, not all are announced',
        )
        return
      case 'later': {
        const { addresses, failures, retryAt } = happening
        const why = typeof happening.why === 'number' ? happening.why : errorWords(happening.why, 'en')
        countAnnouncements(name, 'later', 1)
        this.warn(String(why), { why, addresses, failures, retryAt }, WORDS[name].later)
        return
      }
      case 'refused': {
        const { status, addresses } = happening
        countAnnouncements(name, 'refused', addresses)
        this.warn(String(status), { status, addresses, todo: whatToDo(name, happening) }, WORDS[name].refused)
      }
    }
  }

  private warn(trouble: string, fields: object, text: string): void {
    log[trouble === this.trouble ? 'info' : 'warn'](fields, text)
    this.trouble = trouble
  }
}

type Refusal = { status: number; movedTo: string | null }

function whatToDo(name: ChannelName, { status, movedTo }: Refusal): string {
  const { setting } = WORDS[name]
  if (movedTo !== null) return `Set ${setting} to its new address, at ${movedTo}`
  if (name === 'websub')
    return 'See that PRESS_WEBSUB_HUB is a hub that takes announcements of this site and can reach PRESS_URL'
  if (status === 403)
    return 'See that everybody gets PRESS_INDEXNOW_KEY at /{key}.txt of PRESS_URL, through the proxy too'
  if (status === 422) return 'See that PRESS_URL is the public address of this site and the key its own'
  return 'See that PRESS_INDEXNOW_URL is the address of an IndexNow service'
}
