import { feedRoute } from '../../feed-response'

export const dynamic = 'force-dynamic'
export const GET = feedRoute('section', 'rss')
