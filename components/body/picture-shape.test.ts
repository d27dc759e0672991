import { describe, expect, it } from 'vitest'
import { pictureShape } from './picture-shape.ts'

describe('the shape of a picture in the text', () => {
  it('lets a wide, large picture fill the line', () => {
    expect(pictureShape({ width: 1600, height: 900 })).toEqual({})
    expect(pictureShape({ width: 600, height: 600 })).toEqual({})
  })

  it('keeps a tall one narrow and a small one small', () => {
    expect(pictureShape({ width: 900, height: 1400 })['data-tall']).toBe('')
    expect(pictureShape({ width: 300, height: 200 })['data-widest']).toBe(240)
    expect(pictureShape({ width: 20, height: 20 })['data-widest']).toBe(80)
  })
})
