/** A body that does not fit the schema. `path` says where, as in `content[3].content[0].marks[1]`. */
export class BodyError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(path ? `${path}: ${reason}` : reason)
    this.name = 'BodyError'
  }
}
