/* For tests: changes of the environment after the settings were read. */

/** Makes the next caller read the settings again. */
export function forgetSettings(): void {
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for('arab-press.settings')]
}
