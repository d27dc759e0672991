/* Why this needs script: the size of the text is kept in the browser, because pages are shared by everybody. */
import { ChoiceElement } from './choice-element.ts'
import { remember, remembered } from './remembered.ts'

const STORED = 'text-size'
const SIZES = ['s', 'm', 'l', 'xl']
const USUAL = 'm'

export class TextSize extends ChoiceElement {
  protected current(): string {
    return toSize(remembered(STORED))
  }

  protected choose(value: string): void {
    const size = toSize(value)
    remember(STORED, size === USUAL ? null : size)
    const page = document.documentElement
    if (size === USUAL) delete page.dataset.textSize
    else page.dataset.textSize = size
  }
}

function toSize(value: string | null): string {
  return value !== null && SIZES.includes(value) ? value : USUAL
}
