import type { Command } from 'commander'
import { registerEditionActions } from './edition-actions.ts'
import { registerEditions } from './editions.ts'
import { registerSettings } from './settings.ts'
import { registerSubscribers } from './subscribers.ts'
import { registerSuppressions } from './suppressions.ts'

export function register(program: Command): void {
  const newsletter = program
    .command('newsletter')
    .description('the news by mail: editions, subscribers, hours and names; docs/newsletter.md says more')
  registerEditions(newsletter)
  registerEditionActions(newsletter)
  registerSettings(newsletter)
  registerSubscribers(newsletter)
  registerSuppressions(newsletter)
}
