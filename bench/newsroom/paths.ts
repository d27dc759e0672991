/*
 * Prints paths of articles as JSON: `paths DIR COUNT`. They are spread evenly over the stories and alternate in
 * language.
 */

import { articlePath } from '#addresses/paths.ts'
import { openDatabase } from '#db/open.ts'
import { articleAddresses } from '#db/queries/addresses.ts'
import { latestHeadlines } from '#db/queries/headlines.ts'
import { localeList } from '#i18n/locales.ts'

const [dataDir = '', limit = '1'] = process.argv.slice(2)
openDatabase(dataDir)
const [newest] = await latestHeadlines('en', 1)
const stories = newest?.storyId ?? 0
const count = Math.min(Number(limit), stories)
const paths: string[] = []
for (let index = 0; index < count; index++) {
  const storyId = 1 + Math.floor((index * stories) / count)
  const address = (await articleAddresses(storyId))[localeList[index % 2] ?? 'ar']
  if (address) paths.push(articlePath(address.locale, address))
}
openDatabase().close()
process.stdout.write(JSON.stringify(paths))
