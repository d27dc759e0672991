import { expect, it } from 'vitest'
import { readFolder } from './read-folder'
import { mistakeLine } from './seed-mistake'

it('finds no mistake in the demonstration newsroom', async () => {
  const { reading } = await readFolder('demo')
  await reading.media.load(new Date(), () => {})
  expect(reading.mistakes.map(mistakeLine)).toEqual([])
}, 120_000)
