import os from 'node:os'
import path from 'node:path'
import { root } from '#scripts/bundle.mjs'

/* Parameters of the figures. Each has an environment variable for quick trials; published figures use the defaults. */
const number = (name, fallback) => Number(process.env[name] || fallback)

/** The first of the ports used in a run, all on the loopback interface. */
export const FIRST_PORT = number('BENCH_PORT', 3610)
/** Seconds of one measurement of requests, and of the warm-up before it. */
export const SECONDS = number('BENCH_SECONDS', 10)
export const WARM_UP_SECONDS = Math.min(2, SECONDS)
/** Number of alternating rounds; the median counts. */
export const ROUNDS = number('BENCH_ROUNDS', 3)
/** Stories of the small and of the large newsroom, each with two articles. */
export const SMALL = number('BENCH_SMALL', 5_000)
export const LARGE = number('BENCH_LARGE', 150_000)
/** Whether backups and restorations are measured too; with 300,000 articles they take a quarter of an hour. */
export const WITH_COPIES = process.env.BENCH_COPIES !== '0'
/** Distinct pages in one round of the uncached figure. */
export const PAGES = number('BENCH_PAGES', 600)
/** Stories of the newsroom for the search figure, and the number of queries. */
export const SEARCHED = number('BENCH_SEARCHED', 50_000)
export const QUESTIONS = number('BENCH_QUESTIONS', 1200)
/** Photographs whose sizes a crawler asks for, and the seconds of each of its rounds. */
export const PICTURES = number('BENCH_PICTURES', 1000)
export const CRAWL_SECONDS = number('BENCH_CRAWL_SECONDS', 20)
/** Subscribers to whom an edition is sent. */
export const SUBSCRIBERS = number('BENCH_SUBSCRIBERS', 100_000)
/** Number of publications while readers read. */
export const PUBLICATIONS = number('BENCH_PUBLICATIONS', 1000)
/** The nginx configuration for the portal behind a cache. */
export const NGINX_CONFIGURATION = process.env.BENCH_NGINX || path.join(root, 'deploy/nginx/arab-press.conf')

/** Folder of newsrooms and their files, which are kept between runs. */
export const cacheDir = path.join(root, '.cache/bench')

/** The server runs alone on the first core; clients and the servers it is compared with run on the second. */
export const SERVER_CORE = 0
export const CLIENT_CORE = os.availableParallelism() > 1 ? 1 : 0
