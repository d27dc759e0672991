/*
 * The readers' script adds to a page that is complete without it, in at most 8 KB compressed. Its words come from the
 * page, so one file serves both languages.
 */
import { BreakingStrip } from './elements/breaking-strip.ts'
import { ListenTo } from './elements/listen-to.ts'
import { PhotoLightbox } from './elements/photo-lightbox.ts'
import { RelativeTimes } from './elements/relative-times.ts'
import { ShareTools } from './elements/share-tools.ts'
import { TextSize } from './elements/text-size.ts'
import { ThemeSwitch } from './elements/theme-switch.ts'
import { VideoEmbed } from './elements/video-embed.ts'
import { freshenStrip } from './page/fresh-strip.ts'
import { resumeListening } from './player/returning.ts'
import { reportRead } from './reads/report-read.ts'

const elements = {
  'breaking-strip': BreakingStrip,
  'listen-to': ListenTo,
  'photo-lightbox': PhotoLightbox,
  'relative-times': RelativeTimes,
  'share-tools': ShareTools,
  'text-size': TextSize,
  'theme-switch': ThemeSwitch,
  'video-embed': VideoEmbed,
}

for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element)
}

reportRead()
resumeListening()
freshenStrip()
