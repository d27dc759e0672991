/**
 * Why the portal cannot run on this version of Node, with what to do about it; null when it can.
 * @param {string} version as in process.versions.node
 */
export function nodeFault(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    return `Arab Press needs Node 20.19 or newer; this is Node ${version}. Install a newer one from nodejs.org, then start again.`
  }
  /* docs/decisions/006-node-24.md */
  if (major > 24 || (major === 24 && minor >= 19)) {
    return `Node ${version} aborts when it meets this portal's database driver. Use Node 20, 22 or 24.18, then start again.`
  }
  return null
}
