/** Said of a copy of a newsroom that has a newsletter. */
export const SENDING_HELD = `The newsletter sends nothing from here for now: this copy cannot know who left, or got what, after it was made.
Give it the list of those who left, from where the newsletter was sent last: press newsletter suppressions import FILE
Or let it go on without: press newsletter resume
`
