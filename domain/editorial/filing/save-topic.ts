import { topicByKey } from '#db/queries/catalogue.ts'
import { putTopic, type TopicFields } from '#db/queries/writing/catalogue.ts'
import { type Tx, write } from '#db/write.ts'
import type { Actor } from '#domain/editorial/accounts/actor.ts'
import { saveList } from './save-list.ts'

export type TopicDraft = TopicFields & { now?: Date }

/** Adds or changes the topic with this key; words of a language that is not given stay. Gives its id. */
export function saveTopic(actor: Actor, topic: TopicDraft): Promise<number> {
  return write(tx => saveTopicIn(tx, actor, topic))
}

export async function saveTopicIn(tx: Tx, actor: Actor, topic: TopicDraft): Promise<number> {
  const { key, texts, now = new Date() } = topic
  const before = await topicByKey(tx, key)
  return saveList(tx, actor, {
    ...{ kind: 'topic', before, shared: {}, texts, now },
    put: () => putTopic(tx, topic),
  })
}
