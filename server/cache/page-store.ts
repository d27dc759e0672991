import { LRUCache } from 'lru-cache'
import type { PageCopy } from './page-copy.ts'

/* Addresses of missing pages have no end, so their copies may never push out those of pages that exist. */
const MISSING_SHARE = 1 / 8
/* Estimate for names, headers and the objects themselves. */
const OVERHEAD_BYTES = 4096

/** Stores as many pages as fit into `maxBytes`, and drops the one first that was asked for the longest ago. */
export class PageStore {
  private readonly found: LRUCache<string, PageCopy>
  private readonly missing: LRUCache<string, PageCopy>

  constructor(maxBytes: number) {
    const missingBytes = Math.floor(maxBytes * MISSING_SHARE)
    this.found = new LRUCache({ maxSize: maxBytes - missingBytes, sizeCalculation })
    this.missing = new LRUCache({ maxSize: missingBytes, sizeCalculation })
  }

  get(key: string): PageCopy | undefined {
    return this.found.get(key) ?? this.missing.get(key)
  }

  set(copy: PageCopy): void {
    const [into, other] = copy.status < 400 ? [this.found, this.missing] : [this.missing, this.found]
    other.delete(copy.key)
    into.set(copy.key, copy)
    copy.onResize = () => this.weighAnew(copy)
    copy.body.onResize = () => copy.onResize?.()
  }

  clear(): void {
    this.found.clear()
    this.missing.clear()
  }

  get pages(): number {
    return this.found.size + this.missing.size
  }

  get bytes(): number {
    return this.found.calculatedSize + this.missing.calculatedSize
  }

  private weighAnew(copy: PageCopy): void {
    for (const cache of [this.found, this.missing]) {
      if (cache.peek(copy.key) !== copy) continue
      /* Setting the same value again would leave its former weight in place. */
      cache.delete(copy.key)
      cache.set(copy.key, copy)
    }
  }
}

function sizeCalculation(copy: PageCopy): number {
  return OVERHEAD_BYTES + copy.body.bytes + (copy.own?.bytes.length ?? 0) + copy.key.length * 2
}
