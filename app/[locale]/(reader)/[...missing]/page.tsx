import { missingPage } from '../missing-page'
import { readLocale } from '../params'

export const metadata = { robots: { index: false } }

/** Whatever no other route knows. */
export default async function MissingRoute({ params }: { params: Promise<{ locale: string }> }) {
  return missingPage(readLocale((await params).locale))
}
