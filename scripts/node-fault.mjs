const OLDEST = 22

/**
 * Why the portal cannot run on this version of Node, with what to do about it; null when it can.
 * @param {string} version as in process.versions.node
 */
export function nodeFault(version) {
  if (Number(version.split('.')[0]) >= OLDEST) return null
  return `Arab Press needs Node ${OLDEST} or newer; this is Node ${version}. The commands of package.json, such as npm start, npm test and npm run -s press, fetch a newer one by themselves; for anything else install one, then start again.`
}
