/** Said of a copy of a newsroom that has a newsletter. */
export const SENDING_HELD =
  'The newsletter sends nothing from here for now, because this copy cannot know who left, or got what, after it was ' +
  'made. Give it the list of those who left: press newsletter suppressions import FILE. Or let it go on without: press ' +
  'newsletter resume\n'
