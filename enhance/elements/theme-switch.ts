/* Why this needs script: the theme is kept in the browser, because pages are shared by everybody. */
import { ChoiceElement } from './choice-element.ts'
import { remember, remembered } from './remembered.ts'
import { type Theme, toTheme } from './theme.ts'

const STORED = 'theme'

export class ThemeSwitch extends ChoiceElement {
  protected current(): Theme {
    return toTheme(remembered(STORED))
  }

  protected choose(value: string): void {
    const theme = toTheme(value)
    remember(STORED, theme)
    const page = document.documentElement
    if (theme === 'system') delete page.dataset.theme
    else page.dataset.theme = theme
    this.paintBrowser(theme)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.paintBrowser(this.current())
  }

  /* The browser's own frame takes the colour of the page; the markup has both values, the same as the tokens. */
  private paintBrowser(theme: Theme): void {
    const { colorLight, colorDark } = this.dataset
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const isDark = theme === 'system' ? meta.media.includes('dark') : theme === 'dark'
      const color = isDark ? colorDark : colorLight
      if (color) meta.content = color
    }
  }
}
