import type { Teaser } from '#db/shapes.ts'
import pictureStyles from './Picture.module.css'
import { Picture } from './Picture.tsx'
import { PictureTag } from './PictureTag.tsx'
import { sectionTiles, TILES_SIZE } from './section-tiles.ts'

type Props = {
  story: Teaser
  sizes: string
  ratio: 'wide' | 'standard'
  fill?: boolean
  small?: boolean
  priority?: boolean
}

/** The picture of a story, or its section's tiles; without alternative text, because the headline is beside it. */
export function StoryPicture({ story, sizes, ratio, fill, small, priority }: Props) {
  const tag = <PictureTag kind={story.kind} />
  if (story.picture) {
    return (
      <Picture
        picture={story.picture}
        sizes={sizes}
        ratio={ratio}
        fill={fill}
        small={small}
        priority={priority}
        alt=""
      >
        {tag}
      </Picture>
    )
  }
  return (
    <div className={pictureStyles.picture} data-ratio={ratio} data-fill={fill ? '' : undefined}>
      <img src={sectionTiles(story)} {...TILES_SIZE} alt="" loading="lazy" decoding="async" />
      {tag}
    </div>
  )
}
