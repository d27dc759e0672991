/** Marks a database whose whole content is the demonstration newsroom. */
export const DEMONSTRATION_FACT = 'demonstration'
