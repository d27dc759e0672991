import { open } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { reader } from '#db/open.ts'
import type { VoiceKind } from '#db/schema/tables.ts'
import { encodeMp3 } from '#domain/media/audio/encoding/encode-mp3.ts'
import { type VoiceStatus, voiceStatus } from '#domain/media/audio/making/voice-status.ts'
import { spokenHeadline } from '#domain/media/audio/spoken-text/spoken-article.ts'
import { setEspeakProgram, voiceOf } from '#domain/media/audio/voices/offered-voices.ts'
import { ExpectedError } from '#errors/expected-error.ts'
import { defaultLocale, type Locale } from '#i18n/locales.ts'
import { localeOption } from './arguments.ts'
import { interruptible } from './interruption.ts'
import { inNewsroom, printJson } from './newsletter/in-newsroom.ts'
import { terminalText } from './terminal-text.ts'

export function register(program: Command): void {
  const voice = program.command('voice').description('voices that read articles aloud')
  voice
    .command('status')
    .description('which voices there are, what they have made, and what failed')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  press voice status')
    .action(status)
  voice
    .command('try')
    .description('speak a sentence into a file, to hear a voice')
    .argument('<text>', 'what it is to say')
    .requiredOption('--out <file>', 'the MP3 file to write')
    .addOption(localeOption('in which language').default(defaultLocale))
    .option('--built-in', "the built-in voice instead of the setting's")
    .addHelpText(
      'after',
      `
Nothing is counted against the day's budget, and nothing is kept but the file.

Examples:
  press voice try "وصلت 3 سفن إلى المرفأ، بزيادة 12.5%." --out try.mp3
  press voice try "Three ships arrived." --locale en --built-in --out try.mp3`,
    )
    .action(tryVoice)
}

async function status({ json = false }: { json?: boolean }): Promise<void> {
  await inNewsroom(async () => {
    const found = await voiceStatus(reader())
    if (json) printJson(found)
    else for (const line of linesOf(found)) process.stdout.write(`${line}\n`)
  })
}

function* linesOf({ offered, budget, voices, failures }: VoiceStatus): Generator<string> {
  if (offered.isOff) yield 'Listening is switched off (PRESS_VOICE=off).'
  yield `Provider: ${offered.hasProvider ? `characters today (${budget.day}): ${budget.spent} of ${budget.most}` : 'none (PRESS_VOICE)'}`
  yield `Built-in voice: ${offered.hasBuiltIn ? 'on' : 'off (PRESS_VOICE_BUILT_IN)'}`
  for (const { voice, ready, waiting, failed, seconds } of voices)
    yield `${voice}: ready ${ready} (${seconds} s of sound), waiting ${waiting}, failed ${failed}`
  for (const { articleId, part, voice, failure } of failures)
    yield `  article ${articleId}, ${part}, ${voice}: ${terminalText(failure)}`
}

type Trial = { out: string; locale: Locale; builtIn?: boolean }

async function tryVoice(text: string, { out, locale, builtIn = false }: Trial): Promise<void> {
  setEspeakProgram(path.join(path.dirname(fileURLToPath(import.meta.url)), 'server/espeak.js'))
  const kind: VoiceKind = builtIn ? 'built-in' : 'provider'
  const voice = voiceOf(kind)
  if (!voice) throw new ExpectedError('voice.noProvider')
  const blocks = spokenHeadline({ locale, headline: text, standfirst: '' })
  const bytes = await interruptible(async signal => {
    const file = await open(out, 'w')
    try {
      let written = 0
      for await (const part of encodeMp3(voice.speak(blocks, locale, signal))) {
        await file.write(part)
        written += part.length
      }
      return written
    } finally {
      await file.close()
    }
  }, 'interrupted.voice')
  process.stdout.write(`${out}: ${bytes} bytes\n`)
}
