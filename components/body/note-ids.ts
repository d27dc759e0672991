/** Address of a footnote at the end of a text. */
export const noteId = (number: number) => `note-${number}`

/** Address of the mark that refers to it. */
export const markId = (number: number) => `note-${number}-mark`
