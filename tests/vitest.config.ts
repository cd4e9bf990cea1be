import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      'server-only': path.join(root, 'tests/support/server-only.ts'),
    },
  },
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          // Speed is for the bench: here only what hangs shall fail, on a busy machine too.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/integration/**/*.test.ts', 'tests/policies/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: [
            'tests/crash/postgres.test.ts',
            'tests/crash/worker.test.ts',
            'tests/crash/listener.test.ts',
          ],
          env: { ALONGSIDE_LOG_LEVEL: 'silent' },
          hookTimeout: 300_000,
        },
      },
      {
        // On the built pages, so after the build.
        extends: true,
        test: {
          name: 'built',
          include: ['tests/http/**/*.test.ts', 'tests/crash/app.test.ts'],
          env: { ALONGSIDE_LOG_LEVEL: 'silent' },
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
