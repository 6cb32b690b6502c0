import { expect, test } from 'vitest'
import { explainFailure } from './cluster.ts'

test.each([
  ['HINT:  Check free disk space.', 'disk that holds /data is full'],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk that holds /data is full'],
  ['initdb: error: could not create directory "/data/x": Permission denied', 'may not read or write in /data'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'too little memory'],
  ['FATAL:  something new', 'It said: FATAL:  something new'],
])('"%s" is told in words', (said, words) => {
  expect(explainFailure(said, { dataFolder: '/data' })).toContain(words)
})
