import fs from 'node:fs'
import path from 'node:path'

const INSTALL = {
  wrk: 'apt-get install wrk, or brew install wrk',
  nginx: 'apt-get install nginx, or brew install nginx',
  taskset: 'part of util-linux',
}

/* nginx is often installed outside the PATH of ordinary users. */
const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']

export function hasProgram(name) {
  return folders.some(folder => fs.existsSync(path.join(folder, name)))
}

/** Names of the missing programs, each with how to install it. */
export function missingPrograms(names) {
  return names.filter(name => !hasProgram(name)).map(name => `${name} is not installed (${INSTALL[name]})`)
}

export function programFile(name) {
  const folder = folders.find(each => fs.existsSync(path.join(each, name)))
  return folder ? path.join(folder, name) : name
}
