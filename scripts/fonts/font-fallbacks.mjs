import {
  RANGE_ARABIC,
  RANGE_EASTERN,
  RANGE_FIGURES,
  RANGE_INTERFACE_LATIN,
  RANGE_LATIN_WITH_ACCENTS,
} from './font-characters.mjs'

/*
 * For machines that have none of the better ones. Of two rules of one family, the later wins where it finds its
 * face: these come first.
 */
const DEJAVU = ['DejaVu Sans']
const TIMES = ['Times New Roman', 'Liberation Serif', 'Tinos']

/**
 * Faces of the reader's machine that stand in until ours arrive, with our line box and near our width, so that
 * nothing moves. `width` is how much wider our face sets an ordinary paragraph than the first of the local
 * ones, measured in a browser on running text of the language (Georgia and Arial by their metric twins).
 */
export const fallbacks = [
  {
    family: 'AP Display Fallback',
    like: 'newsreader-display',
    locals: TIMES,
    /* 1.107 on running text. A little more, so that tight headlines do not fit on a line less until ours arrive. */
    width: 1.14,
    range: RANGE_LATIN_WITH_ACCENTS,
  },
  {
    family: 'AP Text Fallback',
    like: 'newsreader-text',
    locals: TIMES,
    width: 1.046,
    range: RANGE_LATIN_WITH_ACCENTS,
  },
  {
    family: 'AP Display Arabic Fallback',
    like: 'markazi-arabic',
    locals: DEJAVU,
    width: 0.92,
    range: `${RANGE_ARABIC}, ${RANGE_EASTERN}, ${RANGE_FIGURES}`,
  },
  {
    family: 'AP Text Arabic Fallback',
    like: 'naskh-arabic',
    locals: DEJAVU,
    width: 0.84,
    range: `${RANGE_ARABIC}, ${RANGE_EASTERN}, ${RANGE_FIGURES}`,
  },
  {
    family: 'AP Sans Arabic Fallback',
    like: 'vazirmatn-arabic',
    locals: DEJAVU,
    width: 0.928,
    range: `${RANGE_ARABIC}, ${RANGE_EASTERN}, ${RANGE_INTERFACE_LATIN}`,
  },
  {
    family: 'AP Display Fallback',
    like: 'newsreader-display',
    locals: ['Georgia', 'Gelasio'],
    width: 1.0125,
    range: RANGE_LATIN_WITH_ACCENTS,
  },
  {
    family: 'AP Text Fallback',
    like: 'newsreader-text',
    locals: ['Georgia', 'Gelasio'],
    width: 0.955,
    range: RANGE_LATIN_WITH_ACCENTS,
  },
  {
    family: 'AP Sans Fallback',
    like: 'franklin',
    locals: ['Arial', 'Liberation Sans', 'Helvetica Neue', 'Helvetica', 'Roboto'],
    width: 1.043,
    range: RANGE_LATIN_WITH_ACCENTS,
  },
  {
    family: 'AP Display Arabic Fallback',
    like: 'markazi-arabic',
    locals: [
      'Noto Naskh Arabic',
      'Noto Naskh Arabic UI',
      'Geeza Pro',
      'Traditional Arabic',
      'Times New Roman',
    ],
    width: 1.096,
    range: `${RANGE_ARABIC}, ${RANGE_EASTERN}, ${RANGE_FIGURES}`,
  },
  {
    family: 'AP Text Arabic Fallback',
    like: 'naskh-arabic',
    locals: [
      'Noto Naskh Arabic',
      'Noto Naskh Arabic UI',
      'Geeza Pro',
      'Traditional Arabic',
      'Times New Roman',
    ],
    width: 1,
    range: `${RANGE_ARABIC}, ${RANGE_EASTERN}, ${RANGE_FIGURES}`,
  },
  {
    family: 'AP Sans Arabic Fallback',
    like: 'vazirmatn-arabic',
    locals: ['Noto Sans Arabic', 'Noto Sans Arabic UI', 'Segoe UI', 'Geeza Pro', 'Tahoma'],
    width: 0.987,
    range: `${RANGE_ARABIC}, ${RANGE_EASTERN}, ${RANGE_INTERFACE_LATIN}`,
  },
  /* Figures of Arabic faces of the machine are far wider than ours; those of its Latin faces are near. */
  {
    family: 'AP Display Arabic Fallback',
    like: 'markazi-arabic',
    locals: TIMES,
    width: 0.96,
    range: RANGE_FIGURES,
  },
  {
    family: 'AP Text Arabic Fallback',
    like: 'naskh-arabic',
    locals: TIMES,
    width: 1.118,
    range: RANGE_FIGURES,
  },
]
