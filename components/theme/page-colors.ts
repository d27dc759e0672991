/** The page's colour in each theme, for the browser's own frame; equal to `--paper` in colour.css. */
export const pageColors = { light: '#fdfdfb', dark: '#101417' } as const
