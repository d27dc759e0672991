/**
 * Why the portal cannot run on this version of Node, with what to do about it; null when it can.
 * @param {string} version as in process.versions.node
 */
export function nodeFault(version) {
  const [major] = version.split('.').map(Number)
  if (major >= 22) return null
  return `Arab Press needs Node 22 or newer; this is Node ${version}. Install a newer one from nodejs.org, then start again.`
}
