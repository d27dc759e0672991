/* Why this needs script: words and headlines are suggested while one types, before there is anything to send. */

type Suggested = { words: string[]; headlines: { headline: string; href: string }[] }

/* Waits for a pause in typing rather than sending a request for every letter. */
const PAUSE_MS = 120
const SHORTEST = 2

/** A combobox: suggestions appear in a list below the search box, and the arrow keys move through them. */
export class SearchBox extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined
  private request: AbortController | null = null
  private chosen = -1
  /** The reader's own text, restored when they leave the suggestions. */
  private typed = ''

  connectedCallback(): void {
    const { input, list } = this
    if (!input || !list) return
    /* ARIA allows no combobox on a field of type search. The keyboard of a phone keeps its search key. */
    input.type = 'text'
    input.inputMode = 'search'
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', 'false')
    input.setAttribute('aria-controls', list.id)
    input.addEventListener('input', () => this.wait())
    input.addEventListener('keydown', event => this.press(event))
    input.addEventListener('blur', () => this.close())
    /* A click in the list must not take the focus from the box: that would close the list. */
    list.addEventListener('pointerdown', event => event.preventDefault())
    list.addEventListener('click', event => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
      if (option) this.take(this.options.indexOf(option as HTMLElement))
    })
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer)
    this.request?.abort()
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector('input[name="q"]')
  }

  private get list(): HTMLElement | null {
    return this.querySelector('[role="listbox"]')
  }

  private get options(): HTMLElement[] {
    return [...(this.list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])]
  }

  private wait(): void {
    this.typed = this.input?.value ?? ''
    clearTimeout(this.timer)
    this.request?.abort()
    if (this.typed.trim().length < SHORTEST) this.close()
    else this.timer = setTimeout(() => this.ask(this.typed), PAUSE_MS)
  }

  private async ask(typed: string): Promise<void> {
    this.request = new AbortController()
    try {
      const address = `${this.dataset.from}?q=${encodeURIComponent(typed)}`
      const response = await fetch(address, { signal: this.request.signal })
      if (response.ok) this.show(await response.json())
    } catch {
      /* Without suggestions the box works as it does without script. */
    }
  }

  private show({ words, headlines }: Suggested): void {
    const { list, input } = this
    if (!list || !input || document.activeElement !== input) return
    this.chosen = -1
    const options = [
      ...words.map(word => this.option(word, { kind: 'word', value: word })),
      ...headlines.map(({ headline, href }) => this.option(headline, { kind: 'headline', href })),
    ]
    for (const [index, option] of options.entries()) option.id = `${list.id}-${index}`
    list.replaceChildren(...options)
    this.open(options.length > 0)
    const status = this.querySelector('output')
    if (status) status.textContent = JSON.parse(this.dataset.said ?? '[]')[options.length] ?? ''
  }

  private option(text: string, data: Record<string, string>): HTMLElement {
    const option = document.createElement('div')
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    /* A headline is in the language of the page; what a reader typed may be in any. */
    if (data.kind === 'word') option.dir = 'auto'
    option.textContent = text
    Object.assign(option.dataset, data)
    return option
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && this.isOpen) {
      event.preventDefault()
      this.walk(step)
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      this.wait()
    } else if (event.key === 'Escape' && this.isOpen) {
      /* The first Escape closes the list and restores the reader's text; the next one empties the box. */
      event.preventDefault()
      if (this.input) this.input.value = this.typed
      this.close()
    } else if (event.key === 'Escape' && this.input?.value) {
      event.preventDefault()
      this.input.value = ''
    } else if (event.key === 'Enter' && this.chosen >= 0) {
      event.preventDefault()
      this.take(this.chosen)
    }
  }

  /* The box itself comes after the last suggestion, and before the first. */
  private walk(step: number): void {
    const { options, input } = this
    const places = options.length + 1
    this.chosen = ((this.chosen + 1 + step + places) % places) - 1
    for (const [index, option] of options.entries())
      option.setAttribute('aria-selected', String(index === this.chosen))
    const option = options[this.chosen]
    option?.scrollIntoView({ block: 'nearest' })
    if (!input) return
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    input.value = option?.dataset.value ?? this.typed
  }

  private take(index: number): void {
    const { value, href } = this.options[index]?.dataset ?? {}
    if (href) location.assign(href)
    if (value === undefined || !this.input) return
    this.input.value = value
    this.close()
    this.input.form?.requestSubmit()
  }

  private get isOpen(): boolean {
    return this.list?.hidden === false
  }

  private open(isOpen: boolean): void {
    if (this.list) this.list.hidden = !isOpen
    this.input?.setAttribute('aria-expanded', String(isOpen))
    this.input?.removeAttribute('aria-activedescendant')
  }

  private close(): void {
    clearTimeout(this.timer)
    this.request?.abort()
    this.chosen = -1
    this.open(false)
  }
}
