import { feedRoute } from '#app/[locale]/(feeds)/feed-response.ts'

export const dynamic = 'force-dynamic'
export const GET = feedRoute('topic', 'atom')
