/**
 * The pieces of a portrait, in a box of 160 by 160 with the head around (80, 78). Faces stay empty: a portrait
 * represents its author and does not claim to show them.
 */

/** `behind` lies under the face, `before` over it. A cloth brings its own opening for the face. */
export type HeadPiece = {
  behind?: string
  before?: string
  /** Lines drawn on the piece: folds, cords, strands. */
  lines?: string
  ears?: boolean
  cloth?: boolean
}

export const FACE = 'M60 66C60 48 100 48 100 66C102 86 95 107 80 107C65 107 58 86 60 66z'
/** The side of the face away from the light. */
export const FACE_SHADE = 'M80 52C92 52 100 57 100 66C102 86 95 107 80 107z'
export const VEILED_FACE = 'M62 68C62 51 98 51 98 68C100 87 94 105 80 105C66 105 60 87 62 68z'
/** The same under a cloth. */
export const VEILED_SHADE = 'M80 55C92 55 98 59 98 68C100 87 94 105 80 105z'
export const NECK = 'M70 94L70 114C66 119 62 121 60 122L80 134L100 122C98 121 94 119 90 114L90 94z'
export const EARS = 'M60 74C55 71 54 84 61 88zM100 74C105 71 106 84 99 88z'
export const SHOULDERS =
  'M16 164C18 138 38 127 64 120L72 118C76 124 84 124 88 118L96 120C122 127 142 138 144 164z'

export const heads = {
  cropped: {
    before:
      'M58 72C54 45 67 35 81 35C98 35 107 47 102 72C101 64 99 59 96 56C86 59 72 58 64 55C61 60 59 65 58 72z',
    ears: true,
  },
  parted: {
    behind: 'M60 72C57 42 68 38 80 38C92 38 103 42 100 72z',
    before:
      'M58 74C51 46 64 32 85 33C103 34 109 51 102 74C101 64 100 58 97 55C86 56 76 52 70 45C68 56 61 60 58 74z',
    ears: true,
  },
  curly: {
    behind:
      'M56 80C48 78 46 68 51 63C46 56 50 47 57 46C57 38 66 33 72 36C77 29 88 30 91 36C98 33 105 39 104 46C112 48 114 57 109 63C114 68 112 78 104 80z',
    before:
      'M59 70C58 60 60 54 65 52C70 56 75 52 80 54C85 51 91 56 96 52C100 55 102 60 101 70C105 52 98 42 80 42C62 42 55 52 59 70z',
    ears: true,
  },
  bald: { ears: true },
  receding: {
    before:
      'M58 80C53 70 53 57 60 51C70 43 90 43 100 51C107 57 107 70 102 80C102 70 101 66 98 62C94 55 86 54 80 54C74 54 66 55 62 62C59 66 58 70 58 80z',
    ears: true,
  },
  long: {
    behind:
      'M47 134C43 96 44 34 80 33C116 34 117 96 113 134C104 138 98 134 96 128L64 128C62 134 56 138 47 134z',
    before: 'M58 82C57 60 66 50 82 46C92 50 102 60 102 82C108 56 102 37 80 36C58 37 52 56 58 82z',
  },
  bob: {
    behind:
      'M51 105C46 62 50 33 80 33C110 33 114 62 109 105C102 110 96 108 93 102L67 102C64 108 58 110 51 105z',
    before: 'M58 72C56 40 104 40 102 72C94 62 68 60 58 72z',
  },
  bun: {
    behind: 'M80 14C89 14 94 21 93 28C92 36 86 40 80 40C74 40 68 36 67 28C66 21 71 14 80 14z',
    before: 'M58 76C53 49 64 37 80 37C96 37 107 49 102 76C99 60 92 53 80 53C68 53 61 60 58 76z',
    ears: true,
  },
  wavy: {
    behind:
      'M50 122C41 114 50 106 45 97C40 88 50 80 47 70C43 46 58 31 80 31C102 31 117 46 113 70C110 80 120 88 115 97C110 106 119 114 110 122C104 126 98 122 95 116L65 116C62 122 56 126 50 122z',
    before: 'M58 84C55 66 62 56 88 47C96 54 104 62 102 84C110 60 102 38 80 37C58 38 52 62 58 84z',
  },
  braids: {
    behind:
      'M52 130C46 112 46 34 80 33C114 34 114 112 108 130C104 134 100 130 99 124L98 96L62 96L61 124C60 130 56 134 52 130z',
    before: 'M58 78C55 52 66 42 80 42C94 42 105 52 102 78C100 62 93 55 80 53C67 55 60 62 58 78z',
    lines:
      'M80 34L80 53M69 37L65 57M91 37L95 57M53 92L60 98M53 104L60 110M53 116L60 122M107 92L100 98M107 104L100 110M107 116L100 122',
  },
  hijab: {
    behind: 'M45 126C40 62 50 30 80 30C110 30 120 62 115 126C108 140 52 140 45 126z',
    before:
      'M50 106C60 100 66 112 80 114C94 112 100 100 110 106C120 124 104 142 80 142C56 142 40 124 50 106z',
    lines: 'M54 114C64 120 92 128 106 118M52 124C66 132 90 138 104 128',
    cloth: true,
  },
  shayla: {
    behind: 'M42 150C48 120 42 92 47 66C51 42 62 29 82 30C104 31 114 46 115 70C116 92 110 112 122 150z',
    before:
      'M62 110C76 120 94 116 108 98C116 112 122 132 126 152L96 156C92 138 74 124 56 128C52 122 56 112 62 110z',
    lines: 'M70 117C86 124 102 136 106 154M62 64C70 52 88 46 98 52',
    cloth: true,
  },
  ghutra: {
    behind:
      'M44 140C50 112 52 90 53 68C54 44 64 33 80 33C96 33 106 44 107 68C108 90 110 112 116 140C104 138 98 126 96 116L64 116C62 126 56 138 44 140z',
    before:
      'M57 76C50 42 66 34 80 34C94 34 110 42 103 76C101 66 99 61 96 58C88 54 72 54 64 58C61 61 59 66 57 76z',
    lines: 'M56 53C66 45 94 45 104 53M56 58C66 50 94 50 104 58',
  },
  turban: {
    before: 'M55 66C44 44 58 22 82 23C106 24 114 46 105 66C96 56 64 56 55 66z',
    lines: 'M53 54C66 40 92 36 108 46M54 44C70 30 94 28 106 38M62 60C76 46 96 44 109 54',
    ears: true,
  },
  cap: {
    before: 'M59 62C57 42 66 35 80 35C94 35 103 42 101 62C92 56 68 56 59 62z',
    lines: 'M62 52C74 47 86 47 98 52',
    ears: true,
  },
} satisfies Record<string, HeadPiece>
export type HeadName = keyof typeof heads

export const beards = {
  full: 'M59 72C60 82 64 88 70 90C74 85 77 86 80 88C83 86 86 85 90 90C96 88 100 82 101 72C105 100 97 120 80 120C63 120 55 100 59 72zM73 96C77 98 83 98 87 96C84 94 76 94 73 96z',
  short:
    'M59 76C60 86 65 92 70 93C73 89 77 89 80 90C83 89 87 89 90 93C95 92 100 86 101 76C103 99 94 111 80 111C66 111 57 99 59 76zM74 97C77 98 83 98 86 97C83 95.5 77 95.5 74 97z',
  goatee:
    'M69 95C71 89 77 88 80 90C83 88 89 89 91 95C87 94 84 93 80 94C76 93 73 94 69 95zM72 101C76 98 84 98 88 101C88 109 85 114 80 114C75 114 72 109 72 101z',
  moustache: 'M68 94C72 88 78 88 80 91C82 88 88 88 92 94C87 97 83 96 80 94C77 96 73 97 68 94z',
} as const
export type BeardName = keyof typeof beards

export const glasses = {
  round: 'M62 75a8 8 0 1 0 16 0a8 8 0 1 0-16 0zM82 75a8 8 0 1 0 16 0a8 8 0 1 0-16 0zM78 74Q80 72 82 74',
  square: 'M62 69h15v11h-15zM83 69h15v11h-15zM77 73h6',
} as const
export type GlassesName = keyof typeof glasses

/** `light` pieces are of the pale cloth, `dark` ones a shade of the garment. */
export const collars = {
  round: {},
  shirt: { light: 'M62 121L69 113L80 133L68 144zM98 121L91 113L80 133L92 144z' },
  jacket: {
    light: 'M64 120L70 115L80 132L90 115L96 120L80 162z',
    dark: 'M64 119L80 162L60 162L44 128zM96 119L80 162L100 162L116 128z',
  },
  rollneck: { light: 'M67 102C73 110 87 110 93 102L97 120C90 128 70 128 63 120z' },
  band: { light: 'M68 110C74 117 86 117 92 110L94 119C86 126 74 126 66 119zM77 124h6v38h-6z' },
  scarf: {
    light: 'M58 116C66 126 94 126 102 116C108 124 104 134 92 138L96 162L80 162L80 140C66 140 54 130 58 116z',
  },
} satisfies Record<string, { light?: string; dark?: string }>
export type CollarName = keyof typeof collars
