import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  type CipherGCM,
  type DecipherGCM,
} from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { messageOf, OperatorError } from '../operator-error'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
const CHUNK_BYTES = 1024 * 1024

/** What a file held before it was sealed. */
export type Digest = { readonly bytes: number; readonly sha256: string }

/** Where a file is, and the name that it is bound to: sealed under one name, it opens under no other. */
export type NamedFile = { readonly file: string; readonly name: string }

/**
 * The key that seals backups: 32 bytes in base64, from ALONGSIDE_BACKUP_KEY.
 *
 * @returns undefined if backups are not encrypted
 * @throws OperatorError if it is no such key
 */
export function backupKey(text: string | undefined): Buffer | undefined {
  if (!text) return undefined
  const key = Buffer.from(text, 'base64')
  if (key.length === KEY_BYTES) return key
  throw new OperatorError(
    'ALONGSIDE_BACKUP_KEY must be 32 bytes in base64, such as `openssl rand -base64 32` prints.',
  )
}

/**
 * Copies a file; encrypted with AES-256-GCM if there is a key: initialisation vector, text, authentication tag.
 * The file may grow or shrink meanwhile, as a running database's do: what was read is what counts.
 */
export function seal(from: string, to: NamedFile, key: Buffer | undefined): Digest {
  return withFiles(from, to.file, (source, target) => {
    if (!key) return digestWhile(chunksOf(source), (chunk) => writeSync(target, chunk))
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(to.name))
    writeSync(target, iv)
    const digest = digestWhile(chunksOf(source), (chunk) => writeSync(target, cipher.update(chunk)))
    finish(cipher, target)
    writeSync(target, cipher.getAuthTag())
    return digest
  })
}

/** How much longer a file becomes by being sealed. */
export function sealBytes(key: Buffer | undefined): number {
  return key ? IV_BYTES + TAG_BYTES : 0
}

/**
 * The reverse of `seal`.
 *
 * @throws OperatorError if the file is missing, cut short or altered, or the key is another
 */
export function unseal(from: NamedFile, to: string, key: Buffer | undefined): Digest {
  try {
    return withFiles(from.file, to, (source, target) =>
      key
        ? decipherFile(source, target, { key, name: from.name })
        : digestWhile(chunksOf(source), (chunk) => writeSync(target, chunk)),
    )
  } catch (error) {
    const fault = key
      ? 'is missing, damaged, or sealed with another key'
      : `cannot be read: ${messageOf(error)}`
    throw new OperatorError(`Backup file ${from.name} ${fault}.`, { cause: error })
  }
}

function decipherFile(source: number, target: number, { key, name }: { key: Buffer; name: string }): Digest {
  const end = fstatSync(source).size - TAG_BYTES
  if (end < IV_BYTES) throw new Error('cut short')
  const iv = Buffer.alloc(IV_BYTES)
  const tag = Buffer.alloc(TAG_BYTES)
  readSync(source, iv, 0, IV_BYTES, 0)
  readSync(source, tag, 0, TAG_BYTES, end)
  const decipher = createDecipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(name)).setAuthTag(tag)
  const digest = digestWhile(deciphered(chunksOf(source, IV_BYTES, end), decipher), (chunk) =>
    writeSync(target, chunk),
  )
  finish(decipher, target)
  return digest
}

function* deciphered(chunks: Iterable<Buffer>, decipher: DecipherGCM): Generator<Buffer, undefined> {
  for (const chunk of chunks) yield decipher.update(chunk)
}

/** In this mode nothing is held back to the end, but the end is where deciphering finds out whether all is well. */
function finish(transform: CipherGCM | DecipherGCM, target: number): void {
  writeSync(target, transform.final())
}

function digestWhile(chunks: Iterable<Buffer>, write: (chunk: Buffer) => void): Digest {
  const hash = createHash('sha256')
  let bytes = 0
  for (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
    write(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}

function* chunksOf(file: number, start = 0, end = Number.POSITIVE_INFINITY): Generator<Buffer, undefined> {
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(fstatSync(file).size, 1)))
  for (let place = start; place < end;) {
    const read = readSync(file, buffer, 0, Math.min(buffer.length, end - place), place)
    if (read === 0) return
    yield buffer.subarray(0, read)
    place += read
  }
}

function withFiles(from: string, to: string, work: (source: number, target: number) => Digest): Digest {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'w', 0o600)
    try {
      return work(source, target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}
