/** The colour of the page in each theme, for the browser's own frame. The same as `--paper` in colour.css. */
export const pageColors = { light: '#fdfdfb', dark: '#101417' } as const
