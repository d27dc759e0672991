import fs from 'node:fs'
import { expect, it } from 'vitest'

/* The edge looks for a page before it has it drawn, so it has to know every kind (domain/discovery/addresses). */
it('knows every kind of readers’ page; teach findPage a new one, then name it here', () => {
  const addresses = fs
    .readdirSync('app/[locale]/(reader)', { recursive: true, encoding: 'utf8' })
    .filter(file => /(^|\/)page\.tsx$/.test(file))
    .map(file => `/${file.replace(/\/?page\.tsx$/, '')}`)
  expect(addresses.sort()).toEqual([
    '/',
    '/[...missing]',
    '/[section]',
    '/[section]/[id]/[[...slug]]',
    '/archive/[[...date]]',
    '/authors',
    '/authors/[slug]',
    '/latest',
    '/newsletter/[[...state]]',
    '/oops/[status]',
    '/oops/parts',
    '/pages/[slug]',
    '/search',
    '/topics',
    '/topics/[slug]',
  ])
})
