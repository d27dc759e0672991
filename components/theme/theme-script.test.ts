import { afterEach, describe, expect, it, vi } from 'vitest'
import { themeScript } from './theme-script.ts'

function run(kept: Record<string, string>, dataset: DOMStringMap = {}): DOMStringMap {
  vi.stubGlobal('document', { documentElement: { dataset } })
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept[key] ?? null })
  // biome-ignore lint/security/noGlobalEval: what is tested is the text itself
  globalThis.eval(themeScript)
  return dataset
}

describe('theme script', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('leaves a page alone when nothing was chosen', () => {
    expect(run({})).toEqual({})
  })

  it('applies a theme and a size', () => {
    expect(run({ theme: 'dark', 'text-size': 'xl' })).toEqual({ theme: 'dark', textSize: 'xl' })
  })

  it('leaves the system and the usual size to the style sheet', () => {
    expect(run({ theme: 'system', 'text-size': 'm' })).toEqual({})
  })

  it('ignores what it does not know', () => {
    expect(run({ theme: '"><script>', 'text-size': '900' })).toEqual({})
  })

  it('hides the breaking strip that the reader closed, and no newer one', () => {
    expect(run({ 'breaking-closed': '7' }, { breaking: '7' })).toHaveProperty('breakingClosed')
    expect(run({ 'breaking-closed': '7' }, { breaking: '8' })).not.toHaveProperty('breakingClosed')
    expect(run({ 'breaking-closed': '7' })).toEqual({})
  })

  it('survives a browser that keeps nothing', () => {
    vi.stubGlobal('document', { documentElement: { dataset: {} } })
    vi.stubGlobal('localStorage', undefined)
    // biome-ignore lint/security/noGlobalEval: what is tested is the text itself
    expect(() => globalThis.eval(themeScript)).not.toThrow()
  })
})
