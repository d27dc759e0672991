import { fold } from './fold.ts'

/** Words that occur in nearly every text. They stay in the index for phrases, and queries leave them out. */
export const stopWords: ReadonlySet<string> = new Set(
  fold(`
    في من على إلى عن مع ما لا لم لن أن إن أو ثم قد هل بل كل هو هي هم هذا هذه ذلك تلك التي الذي الذين كان كانت يكون بين
    بعد قبل عند حتى إذا كما لكن ولا وما وفي ومن وعلى وإلى وعن ومع وأن وإن وهو وهي فيه فيها منه منها عليه عليها به بها له
    لها أي غير حيث منذ خلال أيضا نحو ضد و يا
    a an and are as at be been but by for from had has have he her his how i in into is it its no not of on or our she
    so than that the their them then there these they this to was we were what when where which who will with you your
  `)
    .trim()
    .split(/\s+/),
)
