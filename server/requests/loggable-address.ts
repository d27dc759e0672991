/* Addresses that are spelt in another way lead to the same pages. */
const LINK = /^((?:https?:\/\/[^/]*)?\/+\w\w\/+newsletter\/+(?:confirm|manage|leave|change)\/+)[^/?#]/i

/** An address as it may stand in a log: a token in a link of the newsletter opens somebody's data to whoever reads it. */
export function loggableAddress(url: string): string {
  const [path = '', query] = url.split(/(\?.*)/s)
  const link = LINK.exec(unescaped(path))
  return link ? `${link[1]}…${query ?? ''}` : url
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
