/* Why this needs script: a choice among a few values is applied at once and kept in this browser alone. */

const OPTIONS = 'input[type="radio"], button[data-value]'

type Option = HTMLInputElement | HTMLButtonElement

/**
 * A group of radio buttons, or of buttons with `data-value`, for the values of one choice. The page hides it until
 * this script makes it work.
 */
export abstract class ChoiceElement extends HTMLElement {
  /** The value in effect when the page opens. */
  protected abstract current(): string
  /** Puts a value into effect and keeps it. */
  protected abstract choose(value: string): void

  connectedCallback(): void {
    this.addEventListener('change', this)
    this.addEventListener('click', this)
    this.mark(this.current())
    this.hidden = false
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this)
    this.removeEventListener('click', this)
  }

  handleEvent(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest<Option>(OPTIONS) : null
    if (!option || (event.type === 'click' && isRadio(option))) return
    const value = optionValue(option)
    this.choose(value)
    this.mark(value)
  }

  private mark(value: string): void {
    for (const option of this.querySelectorAll<Option>(OPTIONS)) {
      const isCurrent = optionValue(option) === value
      if (isRadio(option)) option.checked = isCurrent
      else option.setAttribute('aria-pressed', String(isCurrent))
    }
  }
}

function isRadio(option: Option): option is HTMLInputElement {
  return option instanceof HTMLInputElement
}

function optionValue(option: Option): string {
  return isRadio(option) ? option.value : (option.dataset.value ?? '')
}
