import { expect, it } from 'vitest'
import { picturesOn } from './front-pictures.ts'

const source = (type: string, extension: string, sizes: string) =>
  `<source type="image/${type}" srcSet="${[320, 720, 1600]
    .map(width => `/media/a-${width}.${extension} ${width}w`)
    .join(', ')}" sizes="${sizes}"/>`

it('names the files that common screens ask for, of the first format alone', () => {
  const html = `<main><picture>${source('avif', 'avif', '6.5rem')}${source('webp', 'webp', '6.5rem')}
    <img src="/media/a-720.jpg" alt=""/></picture><picture>${source('avif', 'avif', 'calc(100vw - 2rem)')}</picture></main>`
  expect(picturesOn(html)).toEqual(['a-320.avif', 'a-1600.avif', 'a-720.avif'])
})

it('finds nothing on a page without pictures, or with those of others', () => {
  expect(picturesOn('<main><img src="/media/a-720.jpg" alt=""></main>')).toEqual([])
  expect(
    picturesOn('<picture><source srcset="https://x.example/a.avif 320w" sizes="1px"></picture>'),
  ).toEqual([])
})
