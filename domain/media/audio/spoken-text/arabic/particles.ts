const PARTICLES = [
  'في من إلى على عن منذ حتى بعد قبل خلال بين أو ثم لكن كان كانت التي الذي الذين هو هي هذا هذه',
  'لا لم لن ما مع عند أن إن فاصلة مقابل للهجرة للميلاد هجرية هجري ميلادية ميلادي',
].join(' ')
const PARTICLE = new RegExp(`^(?:[وف]?(?:${PARTICLES.replaceAll(' ', '|')})$|(?:ال|وال|بال|لل))`)

/** Whether a word behind a figure is no noun that it counts: that was named before, or is not named. */
export const isParticle = (word: string) => PARTICLE.test(word)
