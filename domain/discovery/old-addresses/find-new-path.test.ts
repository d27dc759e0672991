import { describe, expect, it } from 'vitest'
import { oldAddressKeys } from './find-new-path.ts'

const keys = (path: string, query = '') => oldAddressKeys(path, new URLSearchParams(query))

describe('an old address that is asked for', () => {
  it('is looked for as it is, first with the parameter that matters', () => {
    expect(keys('/2012/01/x', 'utm=1&p=17')).toEqual(['/2012/01/x?p=17', '/2012/01/x'])
    expect(keys('/', 'p=17')).toEqual(['/?p=17'])
    expect(keys('/')).toEqual([])
  })

  it.each([
    ['/2012/01/07/x/2', '/2012/01/07/x'],
    ['/category/x/page/2', '/category/x'],
    ['/2012/01/07/x/comment-page-3', '/2012/01/07/x'],
    ['/index.php/2012/01/x', '/2012/01/x'],
    ['/index.php/category/x/page/2', '/category/x'],
    ['/category/a/b/x', '/category/x'],
  ])('%s is also looked for as %s', (asked, kept) => {
    expect(keys(asked)[0]).toBe(asked)
    expect(keys(asked)).toContain(kept)
  })

  it('is found by its number behind the front file', () => {
    expect(keys('/index.php', 'p=1')).toContain('/?p=1')
  })

  it('is not an article of ours, whose number is no page', () => {
    expect(keys('/ar/economy/17')).toEqual(['/ar/economy/17'])
  })
})
