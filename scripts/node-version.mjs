/* Said before anything else, in words that every Node understands. */
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Arab Press needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer one from nodejs.org, then start again.\n`,
  )
  process.exit(1)
}
