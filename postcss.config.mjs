import path from 'node:path'

// By absolute path: Turbopack looks for a relative one beside its own build files.
const nameOnlyContainer = path.join(process.cwd(), 'lib/platform/postcss-name-only-container.cjs')

export default { plugins: { [nameOnlyContainer]: {}, '@tailwindcss/postcss': {} } }
