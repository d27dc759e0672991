import os from 'node:os'
import path from 'node:path'
import { root } from '#scripts/bundle.mjs'

/* How the figures are taken. Each can be set from outside, for a short try; figures that are written down use these. */
const number = (name, fallback) => Number(process.env[name] || fallback)

/** The first of the ports that the servers of a run take, all on the loopback interface. */
export const FIRST_PORT = number('BENCH_PORT', 3610)
/** How long one measurement of requests a second lasts, and the run before it that is thrown away. */
export const SECONDS = number('BENCH_SECONDS', 10)
export const WARM_UP_SECONDS = Math.min(2, SECONDS)
/** Of so many alternating rounds, the median counts. */
export const ROUNDS = number('BENCH_ROUNDS', 3)
/** Stories of the small and the large newsroom; twice as many articles. */
export const SMALL = number('BENCH_SMALL', 5_000)
export const LARGE = number('BENCH_LARGE', 150_000)
/** Backups and restorations of both engines beside the move; with 300,000 articles they take a quarter of an hour. */
export const WITH_COPIES = process.env.BENCH_COPIES !== '0'
/** Distinct pages of one round of the uncached figure. */
export const PAGES = number('BENCH_PAGES', 600)
/** Stories of the newsroom that is searched, and how many questions it is asked. */
export const SEARCHED = number('BENCH_SEARCHED', 50_000)
export const QUESTIONS = number('BENCH_QUESTIONS', 1200)
/** What is published while readers read. */
export const PUBLICATIONS = number('BENCH_PUBLICATIONS', 1000)
/** The portal behind a cache in front, as it is shipped. */
export const NGINX_CONFIGURATION = process.env.BENCH_NGINX || path.join(root, 'deploy/nginx/arab-press.conf')

/** Newsrooms and what belongs to them are kept from run to run. */
export const cacheDir = path.join(root, '.cache/bench')

/** The server has the first core for itself; whoever asks, and what is asked for comparison, the second. */
export const SERVER_CORE = 0
export const CLIENT_CORE = os.availableParallelism() > 1 ? 1 : 0
