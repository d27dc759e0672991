export const shareTargets = ['whatsapp', 'x', 'telegram', 'facebook', 'email'] as const

export type ShareTarget = (typeof shareTargets)[number]

type Shared = {
  /** Absolute address. */
  url: string
  headline: string
  /** Headline and address in one text, for services that accept only one. */
  text: string
}

const encoded = encodeURIComponent

/** Addresses of the services for sharing: plain links that need no script. */
export const shareLinks: Record<ShareTarget, (shared: Shared) => string> = {
  whatsapp: ({ text }) => `https://wa.me/?text=${encoded(text)}`,
  x: ({ url, headline }) => `https://x.com/intent/post?url=${encoded(url)}&text=${encoded(headline)}`,
  telegram: ({ url, headline }) => `https://t.me/share/url?url=${encoded(url)}&text=${encoded(headline)}`,
  facebook: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encoded(url)}`,
  email: ({ headline, text }) => `mailto:?subject=${encoded(headline)}&body=${encoded(text)}`,
}
