/* Words that begin sentences far more often than names: «the U.S. Then», but «the U.S. Senate». */
const OPENERS =
  'The|Then|This|That|These|Those|There|It|Its|He|She|They|We|I|You|His|Her|Their|Our|But|And|In|On|At|For|From|When|While|After|Before|As|If|Now|Some|Many|Most|No|Not|Only|Both|Each|Yet|So|Still|Here|Such|With|By|To|An|A'
const BEGINNING = new RegExp(`^\\s*$|^\\s(?:${OPENERS})(?!\\p{L})`, 'u')

/** Whether a text that follows an abbreviation's point begins a sentence, as far as it can be seen. */
export const beginsSentence = (after: string) => BEGINNING.test(after)
