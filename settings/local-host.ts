/** Whether a name leads back to the machine that asks: `localhost`, `127.0.0.1`, `[::1]`. */
export function isThisMachine(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])$/.test(hostname)
}

/** Whether nobody else can reach a name: this machine's own, and those that RFC 2606 keeps for trying things out. */
export function isOutOfReach(hostname: string): boolean {
  return isThisMachine(hostname) || /(?:^|\.)(?:test|invalid)$/.test(hostname)
}
