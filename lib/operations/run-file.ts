import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateClient } from './database/generate-client'
import { messageOf } from './operator-error'

// Runs the file that is named first, with the arguments after it. What it imports may import the generated client, so that
// the client is there, and of this schema, before anything else is loaded.
const [node = '', , named = '', ...rest] = process.argv
const file = path.resolve(named)
try {
  generateClient()
} catch (error) {
  console.error(messageOf(error))
  process.exit(1)
}
process.argv = [node, file, ...rest]
await import(pathToFileURL(file).href)
