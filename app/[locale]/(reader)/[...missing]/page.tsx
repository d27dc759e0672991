import { missingMetadata } from '#app/[locale]/(reader)/missing-metadata.ts'
import { missingPage } from '#app/[locale]/(reader)/missing-page.tsx'
import { readLocale } from '#app/[locale]/params.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  return missingMetadata(readLocale((await params).locale))
}

/** The 404 page for every address in a language that no other route matches. */
export default async function MissingRoute({ params }: Props) {
  return missingPage(readLocale((await params).locale))
}
