import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Custom<Data extends string = never> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  [name in Data]?: string
}

/* The custom elements of enhance/, typed for use in markup. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'breaking-strip': Custom<'data-id'>
      'listen-to': Custom<'data-list' | 'data-player' | 'data-voice' | 'data-pause' | 'data-failed'>
      'photo-lightbox': Custom<'data-script'>
      'relative-times': Custom<'data-words'>
      'search-box': Custom<'data-from' | 'data-said'>
      'share-tools': Custom<'data-url' | 'data-title'>
      'text-size': Custom
      'theme-switch': Custom<'data-color-light' | 'data-color-dark'>
      'video-embed': Custom
    }
  }
}
