import { readFileSync, statSync } from 'node:fs'
import { messageOf, OperatorError } from './operator-error'
import { typedPath } from './run-command'

/** The bytes of a file that was named on the command line. @throws OperatorError saying why it cannot be read */
export function readGivenFile(file: string): Uint8Array {
  const place = typedPath(file)
  try {
    if (!statSync(place).isFile()) throw new OperatorError(`${file} is not a file.`)
    return readFileSync(place)
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`${file} cannot be read: ${messageOf(error)}`)
  }
}
