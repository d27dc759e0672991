/* For tests: another environment than the one that the settings were read from. */

/** Has the settings read again when they are asked for next. */
export function forgetSettings(): void {
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for('arab-press.settings')]
}
