// Turbopack's CSS parser rejects `@container name {}`, a name without a condition, which nhsuk-frontend uses.
// Adds a condition that is always true. To be deleted when vercel/next.js#98261 is fixed.
const nameOnly = /^[\w-]+$/

module.exports = () => ({
  postcssPlugin: 'name-only-container',
  AtRule: {
    container(rule) {
      const name = rule.params.trim()
      if (nameOnly.test(name)) rule.params = `${name} (width >= 0px)`
    },
  },
})
module.exports.postcss = true
