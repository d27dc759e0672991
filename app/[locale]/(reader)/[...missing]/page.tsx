import { missingMetadata } from '../missing-metadata'
import { missingPage } from '../missing-page'
import { readLocale } from '../params'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  return missingMetadata(readLocale((await params).locale))
}

/** Whatever no other route knows. */
export default async function MissingRoute({ params }: Props) {
  return missingPage(readLocale((await params).locale))
}
