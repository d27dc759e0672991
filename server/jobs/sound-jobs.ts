import path from 'node:path'
import { thisProcess } from '#domain/editorial/jobs/this-process.ts'
import { whileHolding } from '#domain/editorial/jobs/while-holding.ts'
import { forgetSounds } from '#domain/media/audio/making/forget-sounds.ts'
import { makeBulletins } from '#domain/media/audio/making/make-bulletins.ts'
import { speakBeside } from '#server/listening/speak-beside.ts'
import type { Job } from './start-jobs.ts'
import { voiceJob } from './voice-job.ts'

const LEASE_MS = 60_000

/** The jobs of listening: the voices, the bulletin of the day, and removing what is old. */
export function soundJobs(root: string, dataDir: string): Job[] {
  const alone = (name: string, everyMs: number, work: (now: Date) => Promise<unknown>): Job => ({
    name,
    everyMs,
    run: async now => {
      await whileHolding({ name, forMs: LEASE_MS }, thisProcess, async () => {
        await work(now)
      })
    },
  })
  return [
    voiceJob({ dataDir, speak: speakBeside({ file: path.join(root, 'dist/server/voice.js'), dataDir }) }),
    alone('bulletins', 60_000, now => makeBulletins(dataDir, now)),
    alone('forget-sounds', 3_600_000, now => forgetSounds(dataDir, now)),
  ]
}
