import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles'
import type { SourceFile } from './sourceFiles'

/** The experience the guidelines boast of (R98): text for people, and no number that anything may rest on. */
const claims = [/\b(?:100\s*\+|over\s+100|hundred)\s*years/iu, /\b(?:1[,.]?000|a\s+thousand)\s*\+?\s*(?:\w+\s+)?install(?:s|ations?)\b/iu]

const boasting = (files: readonly SourceFile[]): readonly string[] =>
  files.filter(({ text }) => claims.some((claim) => claim.test(text))).map(({ path }) => `${path} states experience as if it were a rule; leave it to the firm's own texts`)

test('R98 no rule, page or template of ours states years of experience or numbers of installations', () => {
  const files = ['src', 'resources'].flatMap((folder) => sourceFiles(folder, /\.(?:ts|tsx|json|txt|html|md|css)$/)).filter(({ path }) => !isTest(path))
  expect(files.length).toBeGreaterThan(100)
  expect(boasting(files)).toEqual([])
})

test.each(['100+ years of experience', 'over 100 years', 'With over 1,000 installations', '1000+ RightFax installs', 'more than a thousand installations'])('control: complains about %j', (text) => {
  expect(boasting([{ path: 'src/portal/a.tsx', text }])).toHaveLength(1)
})

test.each(['100 years', '1,000 tickets installed'])('control: says nothing about %j', (text) => {
  expect(boasting([{ path: 'src/portal/a.tsx', text }])).toEqual([])
})
