import { readFileSync } from 'node:fs'
import { parseSurveillanceTests } from '@/lib/results/surveillance-tests'

export const surveillanceTestsText = readFileSync('prisma/reference/surveillance-tests/2026-11.yaml', 'utf8')

export const surveillanceTests = parseSurveillanceTests(surveillanceTestsText)
