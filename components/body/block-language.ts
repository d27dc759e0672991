import type { BlockLanguage } from '#body/body.ts'
import { directionOf } from '#i18n/text-direction.ts'
import type { BodyContext } from './body-context.ts'

/** Attributes of a block that is in another language than the text around it, and the context inside. */
export function blockLanguage(attrs: BlockLanguage | undefined, context: BodyContext) {
  const { lang, dir } = attrs ?? {}
  if (!lang && !dir) return { attributes: undefined, inner: context }
  const direction = dir ?? (lang ? directionOf(lang) : context.direction)
  const attributes = { className: 'body-part', lang: lang ?? undefined, dir: direction }
  return { attributes, inner: { ...context, direction } }
}
