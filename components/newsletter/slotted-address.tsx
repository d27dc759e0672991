import { slot } from '#request/slots.ts'

/** The reader's address, which the edge fills in. An address runs from left to right, whatever its letters. */
export const slottedAddress = () => <bdi dir="ltr">{slot('address')}</bdi>
