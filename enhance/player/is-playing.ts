/** Whether the dock of this page plays something, or is about to. */
export function isPlaying(): boolean {
  return document.querySelector('.dock[data-playing=true]') !== null
}
