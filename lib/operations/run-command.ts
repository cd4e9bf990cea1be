import path from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { messageOf, OperatorError } from './operator-error'

type Options = NonNullable<ParseArgsConfig['options']>
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

/** What a command was given: `--name` options, and the words beside them. */
export type Given = { readonly options: Values; readonly words: readonly string[] }

/** A command of the operator: its help, the options it knows, and what it does. */
export type Command = {
  readonly help: string
  readonly options?: Options
  run(given: Given): Promise<number | void>
}

/** Runs a command: `--help` prints its help; whatever fails prints one line and ends with 1. */
export async function runCommand(command: Command): Promise<void> {
  try {
    const { values, positionals } = readArguments(command.options ?? {})
    if (values.help) return console.log(command.help.trim())
    process.exitCode = (await command.run({ options: values, words: positionals })) ?? 0
  } catch (error) {
    console.error(messageOf(error))
    if (!(error instanceof OperatorError) && process.env.ALONGSIDE_LOG_LEVEL === 'debug') console.error(error)
    process.exitCode = 1
  }
}

/** A path that the operator typed, as seen from the folder they typed it in. */
export function typedPath(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file)
}

function readArguments(options: Options): { values: Values; positionals: string[] } {
  try {
    return parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw new OperatorError(`${messageOf(error)} See --help.`)
  }
}
