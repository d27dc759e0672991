/* Runs on older Nodes. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { checkListening } from '#scripts/listening.mjs'
import { endLike, handOnSignals } from '#scripts/signals.mjs'
import { fetchNode, presentNode } from './fetch-node.mjs'

/** Runs scripts/run.mjs once more, on a Node of the portal's own, and ends as that one ends. */
export async function runOnNewerNode(args, { isStart }) {
  const node = await ownNode(isStart)
  /* Programs that look for `node` or npm by themselves find this one. */
  process.env.PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`
  process.env.NODE = node
  process.env.npm_node_execpath = node
  const child = spawn(node, [process.argv[1], ...args], { stdio: 'inherit' })
  endLike(await handOnSignals(child))
}

async function ownNode(isStart) {
  try {
    /* Nobody should wait for a download to hear that the port is taken. */
    if (isStart) await checkListening()
    return presentNode() ?? (await fetchNode())
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
