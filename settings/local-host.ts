/** Whether a host name means this machine: `localhost`, `127.0.0.1`, `[::1]`. */
export function isThisMachine(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])$/.test(hostname)
}

/** Whether no other machine can reach a host name: this machine's own, and names that RFC 2606 reserves for tests. */
export function isOutOfReach(hostname: string): boolean {
  return isThisMachine(hostname) || /(?:^|\.)(?:test|invalid)$/.test(hostname)
}
